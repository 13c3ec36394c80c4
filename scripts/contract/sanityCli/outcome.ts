import {hostedReasonIn} from './hostedReasonIn.ts'
import type {CliCommand, CliRun} from './cliCommand.ts'

/** What became of a command on a lake. `line` is one line for the table. */
export type CliOutcome =
  | {command: string; kind: 'works'; note?: string}
  | {command: string; kind: 'refuses'; line: string}
  | {command: string; kind: 'unrelated'; line: string}
  | {command: string; kind: 'fails'; line: string}

/** Judges a run. A hosted command must fail with a reason: without one, nobody knows what to do instead. */
export function judgeRun(
  entry: Exclude<CliCommand, {kind: 'unrelated'}>,
  {code, output}: CliRun,
): CliOutcome {
  const {command} = entry
  const fails = (why: string): CliOutcome => ({
    command,
    kind: 'fails',
    line: `${why}: ${lastWords(output)}`,
  })
  if (entry.kind === 'offline') {
    if (code !== undefined && code !== 0) return fails(`exit code ${code}`)
    if (code === undefined && entry.until === undefined) return fails('did not end')
    if (!entry.output.test(output)) return fails('unexpected output')
    return {command, kind: 'works', ...(entry.note !== undefined && {note: entry.note})}
  }
  const line = entry.reason ? entry.reason.exec(output)?.[0] : hostedReasonIn(output)
  if (line === undefined) return fails('gives no reason')
  return {command, kind: 'refuses', line}
}

function lastWords(output: string): string {
  const [, error] = /Error: (.*)/.exec(output) ?? []
  return (error ?? output.slice(-300)).slice(0, 300) || 'no output'
}
