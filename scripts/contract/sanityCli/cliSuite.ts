import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import {repository} from '../repository.ts'
import {runProgram} from '../runProgram.ts'
import type {SuiteResult} from '../suiteResult.ts'
import {temporaryFolder} from '../temporaryFolder.ts'
import {versionOf} from '../versionOf.ts'
import {makeCliProject} from './cliProject.ts'
import {commandGroups} from './commandGroups.ts'
import {compareCommands} from './listCommands.ts'
import type {CliOutcome} from './outcome.ts'

const outcomes = z.array(
  z.discriminatedUnion('kind', [
    z.object({command: z.string(), kind: z.literal('works'), note: z.string().optional()}),
    z.object({
      command: z.string(),
      kind: z.enum(['refuses', 'unrelated', 'fails']),
      line: z.string(),
    }),
  ]),
)

/**
 * Runs the commands of Sanity's CLI against a lake, through `lake exec`.
 *
 * @param part - run only the groups that have a command with this text
 * @throws Error if the CLI has a command that the registry lacks
 */
export async function runCliCommands(part = ''): Promise<CliOutcome[]> {
  const registered = commandGroups.flat().map(({command}) => command)
  const {unregistered, unknown} = compareCommands(registered)
  if (unregistered.length > 0 || unknown.length > 0) {
    throw new Error(
      `The registry differs from the CLI. Add to scripts/contract/sanityCli/commands: ${unregistered.join(', ') || 'nothing'}. Remove: ${unknown.join(', ') || 'nothing'}.`,
    )
  }
  using folder = temporaryFolder('cli')
  const {project, home, data} = makeCliProject(folder.path)
  const report = join(folder.path, 'report.json')
  await runProgram({
    args: [
      join(repository, 'lake/command.ts'),
      'exec',
      `--data=${data}`,
      '--seed=seed.ndjson',
      '--dataset=production',
      '--dataset=staging',
      '--',
      process.execPath,
      join(import.meta.dirname, 'insideLake.ts'),
      report,
      project,
      home,
      data,
      part,
    ],
    folder: project,
  })
  return outcomes.parse(JSON.parse(readFileSync(report, 'utf8')))
}

/** The same as a suite of the contract. Commands that need no lake do not apply. */
export function cliResult(all: readonly CliOutcome[]): SuiteResult {
  const failures = all.flatMap((one) =>
    one.kind === 'fails' ? [{name: `sanity ${one.command}`, reason: one.line}] : [],
  )
  const notApplicable = all.flatMap((one) =>
    one.kind === 'unrelated' ? [{name: `sanity ${one.command}`, reason: one.line}] : [],
  )
  const applicable = all.length - notApplicable.length
  return {
    suite: "Commands of Sanity's CLI",
    version: versionOf(join(repository, 'node_modules/@sanity/cli')),
    applicable,
    passed: applicable - failures.length,
    failures,
    notApplicable,
  }
}
