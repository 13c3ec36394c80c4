import {AnswerBudgetFault} from '../faults.ts'

/** The Studio requests about 300 ids at a time. */
const maxNames = 1_000

/**
 * Returns the different ids or keys of a path segment such as `a,b,a`. A name that a client repeats must
 * not repeat the answer.
 *
 * @throws AnswerBudgetFault if there are too many
 */
export function requestedNames(segment: string): string[] {
  const names = [...new Set(segment.split(','))]
  if (names.length <= maxNames) return names
  throw new AnswerBudgetFault(
    `The request names ${names.length} ids. The limit is ${maxNames}. Send several requests.`,
  )
}
