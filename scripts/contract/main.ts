/**
 * `npm run contract -- [--cli] [--client DIR] [--groq DIR] [--sanity DIR [--studio MAJOR]]`: runs contract
 * suites against the lake, and writes their results into docs/lake.md.
 *
 * Our own suite always runs. The others are Sanity's, and run from a git checkout on this machine: of
 * sanity-io/client, sanity-io/groq-test-suite and sanity-io/sanity. Suites without a folder keep their last result.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {runClientSuite} from './client/clientSuite.ts'
import {contractTable} from './contractTable.ts'
import {e2eStudios, runE2eSuite} from './e2e/e2eSuites.ts'
import {runGroqSuite} from './groqSuite.ts'
import {cliMarkers, replaceMarked} from './markedSection.ts'
import {runOwnSuite} from './ownSuite.ts'
import {repository} from './repository.ts'
import {cliResult, runCliCommands} from './sanityCli/cliSuite.ts'
import {cliTable} from './sanityCli/cliTable.ts'
import {storeResults} from './storedResults.ts'
import {readSuiteFlags} from './suiteFlags.ts'
import type {SuiteResult} from './suiteResult.ts'

const {cli, client, groq, sanity, specs, studio} = readSuiteFlags(process.argv.slice(2))
const page = join(repository, 'docs/lake.md')

await run('Our own suite', runOwnSuite)
if (client) await run('@sanity/client', () => runClientSuite(client))
if (groq) await run('GROQ', () => runGroqSuite(groq))
if (sanity) {
  for (const each of e2eStudios(sanity, studio)) {
    // One result at a time, because a run of one Studio takes most of an hour.
    await run(`e2e, Studio ${each.version}`, () => runE2eSuite(sanity, each, specs))
  }
}
if (cli) await run("Sanity's CLI", runCli)

/** Runs the commands of Sanity's CLI, and writes their table. */
async function runCli(): Promise<SuiteResult> {
  const outcomes = await runCliCommands()
  const result = cliResult(outcomes)
  const date = new Date().toISOString().slice(0, 10)
  const table = cliTable(outcomes, {version: result.version, date})
  writeFileSync(page, replaceMarked(readFileSync(page, 'utf8'), table, cliMarkers))
  return result
}

/** Runs and stores one suite. A suite that cannot run leaves the others to run. */
async function run(title: string, suite: () => Promise<SuiteResult | SuiteResult[]>) {
  console.log(`\n== ${title}`)
  try {
    const results = [await suite()].flat()
    for (const result of results) print(result)
    if (specs === undefined) store(results)
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  }
}

function print({suite, version, passed, applicable, failures}: SuiteResult): void {
  console.log(`\n${suite} (${version}): ${passed} of ${applicable} passed`)
  for (const {name, reason} of failures) console.log(`✗ ${name}: ${reason}`)
}

function store(results: readonly SuiteResult[]): void {
  const date = new Date().toISOString().slice(0, 10)
  const all = storeResults(results.map((result) => ({...result, date})))
  writeFileSync(page, replaceMarked(readFileSync(page, 'utf8'), contractTable(all)))
}
