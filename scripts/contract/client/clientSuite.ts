import {cpSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {judgeSuite} from '../judgeSuite.ts'
import {clientKnowledge} from '../knowledge.ts'
import {repository} from '../repository.ts'
import {runProgram} from '../runProgram.ts'
import {startLake, suiteToken} from '../startLake.ts'
import type {SuiteResult} from '../suiteResult.ts'
import {temporaryFolder} from '../temporaryFolder.ts'
import {versionOf} from '../versionOf.ts'
import {readVitestReport} from '../vitestReport.ts'

const suiteFiles = ['test/integration', 'vitest.integration.config.ts']

/**
 * Runs the integration tests of a checkout of `@sanity/client` against the lake.
 *
 * The tests import the published package that this repository has installed, so nothing is built.
 */
export async function runClientSuite(checkout: string): Promise<SuiteResult> {
  using folder = temporaryFolder('client')
  for (const name of suiteFiles) {
    cpSync(join(checkout, name), join(folder.path, name), {recursive: true})
  }
  symlinkSync(join(repository, 'node_modules'), join(folder.path, 'node_modules'))
  writeFileSync(join(folder.path, 'package.json'), '{"private": true, "type": "module"}')
  await using lake = await startLake({projectId: 'contract', dataset: 'test'})
  // The exit code is 1 when a test fails. The report says which.
  await runProgram({
    args: [
      join(repository, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      join(import.meta.dirname, 'vitest.config.ts'),
    ],
    folder: folder.path,
    env: {
      CONTRACT_FOLDER: folder.path,
      CONTRACT_LAKE: lake.url,
      SANITY_INTEGRATION_PROJECT_ID: 'contract',
      SANITY_INTEGRATION_DATASET: 'test',
      SANITY_INTEGRATION_TOKEN: suiteToken,
      SANITY_INTEGRATION_ORG_TOKEN: suiteToken,
    },
  })
  const report = readFileSync(join(folder.path, 'report.json'), 'utf8')
  return judgeSuite(
    '@sanity/client integration tests',
    `${versionOf(join(repository, 'node_modules/@sanity/client'))}, tests of ${versionOf(checkout)}`,
    readVitestReport(report, folder.path),
    clientKnowledge,
  )
}
