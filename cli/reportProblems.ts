import {describeProblem, type Problem} from 'touchpoints'

import {printError, type Shell} from './shell.ts'

/** Prints problems to standard error, so that piped output stays clean. */
export function reportProblems(
  problems: readonly Problem[],
  shell: Pick<Shell, 'writeError'>,
): void {
  for (const problem of problems) printError(shell, `! ${describeProblem(problem)}`)
}
