import {cadenceDates, type Recurrence} from '@touchpoints/calendar/time'
import {dateKey} from '@touchpoints/words/dates'

/**
 * Returns the first date of a slot that has not passed, `YYYY-MM-DD` in its zone. Undefined when it has none,
 * and for the draft of a slot that cannot be read.
 *
 * @param today - `YYYY-MM-DD`
 */
export function firstDateOf(slot: Recurrence, today: string): string | undefined {
  try {
    const cadence = {slots: [slot], exceptions: [], breaks: []}
    const [first] = cadenceDates(cadence, {from: `${today}T00:00:00Z`, count: 1})
    return first && dateKey(first.start, slot.timeZone)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
