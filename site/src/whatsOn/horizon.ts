import {isStatic} from '../output.ts'
import {utcOf} from './isOver.ts'

/** Days that the pages of a static site have dates for. A site that is not built for longer runs out of them. */
export const horizonDays = 60

/** Whether a date is among those that a static site has beyond what it shows. */
export function isWithinHorizon({start}: {start: string}, now: string): boolean {
  return utcOf(start) < Date.parse(now) + horizonDays * 86_400_000
}

/**
 * Returns the dates of a page: those that the server shows, and of a static site all within the horizon, so that
 * others take the place of those that have passed.
 *
 * @param dates - soonest first
 * @param shown - number of dates that are shown at a time
 */
export function builtDates<Item>(
  dates: readonly Item[],
  {shown, now, startOf}: {shown: number; now: string; startOf: (date: Item) => string},
  asFile: boolean = isStatic,
): Item[] {
  if (!asFile) return dates.slice(0, shown)
  return dates.filter(
    (date, index) => index < shown || isWithinHorizon({start: startOf(date)}, now),
  )
}
