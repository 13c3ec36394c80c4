import type {CadenceException} from './cadence.ts'
import type {Recurrence} from './recurrence.ts'

/** Returns the exception for a slot's date: one that names its time before one for the whole date. */
export function exceptionFor(
  exceptions: readonly CadenceException[],
  date: string,
  {time}: Recurrence,
): CadenceException | undefined {
  const ofDate = exceptions.filter((each) => each.date === date)
  return ofDate.find((each) => each.time === time) ?? ofDate.find((each) => !each.time)
}
