import {describeProblem, type Problem} from 'touchpoints'

import {note, type Shell} from './shell.ts'

/** Problems to standard error, so that they spoil no output that is piped on. */
export function reportProblems(problems: readonly Problem[], shell: Pick<Shell, 'tell'>): void {
  for (const problem of problems) note(shell, `! ${describeProblem(problem)}`)
}
