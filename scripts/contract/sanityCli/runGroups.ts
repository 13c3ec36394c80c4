import type {CliCommand, CliRun, CommandGroup} from './cliCommand.ts'
import {type CliOutcome, judgeRun} from './outcome.ts'

type RunnableCommand = Exclude<CliCommand, {kind: 'unrelated'}>

export interface RunGroupsOptions {
  run: (command: RunnableCommand) => Promise<CliRun>
  /** How many groups run at the same time. */
  concurrency: number
  onOutcome?: (outcome: CliOutcome, run?: CliRun) => void
}

/** Runs all groups, the commands of each in their order. Returns the outcomes in the order of the registry. */
export async function runGroups(
  groups: readonly CommandGroup[],
  {run, concurrency, onOutcome}: RunGroupsOptions,
): Promise<CliOutcome[]> {
  const outcomes: CliOutcome[][] = groups.map(() => [])
  const waiting = groups.entries()
  const work = async () => {
    for (const [index, group] of waiting) {
      for (const entry of group) {
        const result = entry.kind === 'unrelated' ? undefined : await run(entry)
        const outcome = outcomeOf(entry, result)
        outcomes[index]?.push(outcome)
        onOutcome?.(outcome, result)
      }
    }
  }
  await Promise.all(Array.from({length: concurrency}, work))
  return outcomes.flat()
}

function outcomeOf(entry: CliCommand, run: CliRun | undefined): CliOutcome {
  if (entry.kind === 'unrelated') {
    return {command: entry.command, kind: 'unrelated', line: entry.reason}
  }
  return judgeRun(entry, run ?? {code: undefined, output: ''})
}
