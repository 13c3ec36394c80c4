import {wallClock} from '@touchpoints/calendar/time'
import {datesIn} from '@touchpoints/words/dates'

import type {Place} from '../schedule/sessionTimes.ts'
import type {Clash} from './clashesOf.ts'
import type {Holiday} from './holidaysIn.ts'
import {itemMark, itemName, reasonOfItem} from './itemWords.ts'
import type {SeasonItem} from './seasonGrid.ts'

export interface ItemContext {
  clashes: readonly Clash<SeasonItem>[]
  holidays: readonly Holiday[]
  places: readonly Place[]
}

/** What an editor reads about an item: its name, its status in words, and what to know about it. */
export interface ItemText {
  name: string
  /** Status, with the title of the session and the reason. */
  status: string
  notes: string[]
}

/** Describes an item of the grid in words. */
export function describeItem(item: SeasonItem, context: ItemContext): ItemText {
  const reason = reasonOfItem(item)
  const title = item.kind === 'session' ? `: ${item.session.title}` : ''
  return {
    name: itemName(item),
    status: `${itemMark(item).word}${title}${reason ? ` (${reason})` : ''}`,
    notes: [
      ...(item.isPast ? ['Past'] : []),
      ...movedNote(item),
      ...context.clashes.map(clashNote),
      ...holidaysOn(item, context).map(holidayNote),
    ],
  }
}

/** @example holidayNote({name: 'Labour Day', places: ['EMEA']}) // 'Holiday in EMEA: Labour Day' */
export function holidayNote({name, places}: Pick<Holiday, 'name' | 'places'>): string {
  return `Holiday in ${datesIn('en').list(places)}: ${name}`
}

/** Returns the holidays of the places in which an item is on that day, by the clocks of the place. */
export function holidaysOn(
  {start}: Pick<SeasonItem, 'start'>,
  {holidays, places}: Pick<ItemContext, 'holidays' | 'places'>,
): Holiday[] {
  if (holidays.length === 0) return []
  const dateIn = new Map(places.map(({name, timeZone}) => [name, wallClock(start, timeZone).date]))
  return holidays.flatMap((holiday) => {
    const its = holiday.places.filter((place) => dateIn.get(place) === holiday.date)
    return its.length > 0 ? [{...holiday, places: its}] : []
  })
}

function movedNote({moved, timeZone}: SeasonItem): string[] {
  if (!moved) return []
  const dates = datesIn('en')
  const from = `${dates.shortDay(moved.from, timeZone)}, ${dates.clock(moved.from, timeZone)}`
  return [`Moved from ${from}${moved.reason ? ` (${moved.reason})` : ''}`]
}

function clashNote({other, reason, people}: Clash<SeasonItem>): string {
  const dates = datesIn('en')
  const title = other.series?.title ?? 'another meeting'
  const what = `${title}, ${dates.clock(other.start, other.timeZone)} (${dates.zonePlace(other.timeZone)})`
  if (reason === 'time') return `At the same time as ${what}`
  if (reason === 'audience') return `Clash: nobody can attend both this and ${what}`
  return `Clash: ${dates.list(people.map(({name}) => name))} would also be in ${what}`
}
