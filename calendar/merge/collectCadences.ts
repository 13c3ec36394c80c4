import {recurrenceDates} from '../time/index.ts'
import type {CalendarsProblem} from '../problems.ts'
import type {CadenceItem, TouchpointItem} from './items.ts'
import {readLinks, unsafeLinks} from './readLinks.ts'
import type {CadenceDates, Silence} from './readOwnCalendars.ts'
import type {CadenceInput} from './sources.ts'
import {dateIn, minute, overlaps, timedSpan, type Window} from './time.ts'

/** Returns the dates of each cadence in the window. */
export function collectCadences(
  cadences: readonly CadenceInput[],
  window: Window,
): {cadences: CadenceDates[]; problems: CalendarsProblem[]} {
  const collected: CadenceDates[] = []
  const problems: CalendarsProblem[] = []
  for (const cadence of cadences) {
    try {
      collected.push({cadence, dates: itemsOf(cadence, window)})
      problems.push(...unsafeLinks(cadence, documentTypeOf(cadence)))
    } catch (error) {
      problems.push(unusable(cadence, error))
    }
  }
  return {cadences: collected, problems}
}

/**
 * Returns the dates to show: those that no touchpoint of their series fills, without those that their own
 * calendar moved.
 *
 * Past dates of a series are left out: without a touchpoint, it is unknown whether the series met. A
 * working group's call needs no announcement, so its past dates stay, unless its calendar left them out.
 */
export function openDates(
  cadences: readonly CadenceDates[],
  touchpoints: readonly TouchpointItem[],
  silent: ReadonlyMap<string, Silence>,
  now: number | undefined,
): CadenceItem[] {
  const items = new Map<string, CadenceItem>()
  for (const {cadence, dates} of cadences) {
    const filled = datesFilled(cadence, touchpoints)
    for (const item of dates) {
      const silence = silent.get(item.key)
      const isOver = now !== undefined && item.span.endMs <= now
      const isUnknown = isOver && (cadence.of === 'series' || silence === 'removed')
      if (isUnknown || silence === 'moved' || filled.has(dateOf(item))) continue
      items.set(item.key, silence === undefined ? item : {...item, silence})
    }
  }
  return [...items.values()]
}

function itemsOf(cadence: CadenceInput, window: Window): CadenceItem[] {
  const {recurrence, minutes, id, title} = cadence
  const links = readLinks(cadence)
  const {timeZone} = recurrence
  const from = new Date(window.from - minutes * minute)
  return recurrenceDates(recurrence, {from, to: new Date(window.to)})
    .map((start) => timedSpan(start, minutes, timeZone))
    .filter((span) => overlaps(span, window))
    .map((span) => ({
      kind: 'cadence',
      key: `${id}@${dateIn(span.startMs, timeZone)}`,
      group: 'cadences',
      title,
      ...links,
      span,
      cadence,
    }))
}

function datesFilled({of, id, recurrence}: CadenceInput, touchpoints: readonly TouchpointItem[]) {
  const ofSeries = touchpoints.filter(({touchpoint}) => touchpoint.seriesId === id)
  const dates = ofSeries.map(({span}) => dateIn(span.startMs, recurrence.timeZone))
  return new Set(of === 'series' ? dates : [])
}

function dateOf({span, cadence}: CadenceItem): string {
  return dateIn(span.startMs, cadence.recurrence.timeZone)
}

function documentTypeOf({of}: CadenceInput): string {
  return of === 'series' ? 'series' : 'workingGroup'
}

function unusable(cadence: CadenceInput, error: unknown): CalendarsProblem {
  const {of, id, title} = cadence
  const reason = error instanceof Error ? error.message : String(error)
  return {
    kind: 'document',
    documentId: id,
    documentType: documentTypeOf(cadence),
    path: of === 'series' ? 'cadence' : 'call.recurrence',
    message: `The recurrence of "${title}" is invalid (${reason}), so its dates are missing from the calendar. Correct it in the Studio.`,
  }
}
