import {type CadenceDate, cadenceDates} from '../time/index.ts'
import {meetsOn} from '../time/slotDays.ts'
import type {CalendarsProblem} from '../problems.ts'
import type {CadenceItem} from './items.ts'
import {readLinks, unsafeLinks} from './readLinks.ts'
import type {CadenceDates} from './readOwnCalendars.ts'
import type {CadenceInput} from './sources.ts'
import {dateIn, minute, overlaps, timedSpan, type Window} from './time.ts'

/** Returns the dates of each cadence in the window, also those that an exception leaves out. */
export function collectCadences(
  cadences: readonly CadenceInput[],
  window: Window,
): {cadences: CadenceDates[]; problems: CalendarsProblem[]} {
  const collected: CadenceDates[] = []
  const problems: CalendarsProblem[] = []
  for (const cadence of cadences) {
    try {
      collected.push({cadence, dates: itemsOf(cadence, window)})
      problems.push(...unsafeLinks(cadence, 'series'))
    } catch (error) {
      problems.push(unusable(cadence, error))
    }
  }
  return {cadences: collected, problems}
}

function itemsOf(input: CadenceInput, window: Window): CadenceItem[] {
  const {cadence, minutes, title} = input
  const links = readLinks(input)
  const from = new Date(window.from - minutes * minute)
  const dates = cadenceDates(cadence, {from, to: new Date(window.to), skipped: 'include'})
  return dates.flatMap((date): CadenceItem[] => {
    const {start, slot, change} = date
    const span = timedSpan(start, minutes, slot.timeZone)
    if (!overlaps(span, window)) return []
    const originalMs = change?.kind === 'moved' ? Date.parse(change.from) : span.startMs
    return [
      {
        kind: 'cadence',
        key: keyOf(input, date, originalMs),
        group: 'cadences',
        title,
        ...links,
        span,
        cadence: input,
        slot,
        originalMs,
        ...(change && {change}),
      },
    ]
  })
}

/**
 * Returns the identity of a date, which stays when the date is moved or its slot gets another hour. Only the
 * second slot of a date needs its time for that.
 */
function keyOf({id, cadence}: CadenceInput, {slot}: CadenceDate, originalMs: number): string {
  const date = dateIn(originalMs, slot.timeZone)
  const before = cadence.slots.slice(0, cadence.slots.indexOf(slot))
  const isSecond = before.some((each) => meetsOn(each, date))
  return isSecond ? `${id}@${date}T${slot.time}` : `${id}@${date}`
}

function unusable({id, title}: CadenceInput, error: unknown): CalendarsProblem {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    kind: 'document',
    documentId: id,
    documentType: 'series',
    path: 'cadence',
    message: `The cadence of "${title}" is invalid (${reason}), so its dates are missing from the calendar. Correct it in the Studio.`,
  }
}
