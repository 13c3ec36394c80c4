import type {Problem} from 'touchpoints'

import {note, type Shell} from './shell.ts'

/** Problems to standard error, so that they spoil no output that is piped on. */
export function reportProblems(problems: readonly Problem[], shell: Pick<Shell, 'tell'>): void {
  for (const problem of problems) note(shell, `! ${problemText(problem)}`)
}

export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'document':
    case 'rule':
      return `${problem.documentType} ${problem.documentId}: ${problem.message}`
    case 'feed':
    case 'calendar':
      return problem.source ? `${problem.source}: ${problem.message}` : problem.message
    case 'disagreement':
      return problem.message
  }
}
