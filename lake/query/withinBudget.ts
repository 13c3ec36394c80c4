import {runWithin, TimeExceededError} from '../budget/runWithin.ts'
import {QueryBudgetFault} from '../faults.ts'

/** On a busy machine, a job gets up to this many times its time. Everything waits for it, so it is little. */
const patience = 2

/**
 * Runs a part of a query in the main thread: of a mutation or a listener. Everything else waits meanwhile.
 *
 * @param processorMilliseconds as for `runWithin`
 * @throws QueryBudgetFault if it takes longer than the given milliseconds
 */
export function withinBudget<Result>(
  query: string,
  milliseconds: number,
  job: () => Result,
  processorMilliseconds?: () => number | undefined,
): Result {
  try {
    return runWithin(milliseconds, job, {
      patience,
      ...(processorMilliseconds && {processorMilliseconds}),
    })
  } catch (error) {
    if (!(error instanceof TimeExceededError)) throw error
    const message = `The query took longer than ${milliseconds} ms. Filter by _type, _id or references first.`
    throw new QueryBudgetFault(query, 'time', message)
  }
}
