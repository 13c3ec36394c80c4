import type {CalendarProblem} from '../../../calendar/problems.ts'
import type {Cadence, Recurrence} from '../../../calendar/time/index.ts'
import type {Calendar, Occurrence} from '../../../calendar/types.ts'
import type {
  CadenceInput,
  EventSource,
  FeedSource,
  TouchpointInput,
} from '../../../calendar/merge/sources.ts'
import {overlaps, spanOf} from '../../../calendar/merge/time.ts'

/** Returns a calendar with these occurrences. */
export function fakeCalendar(
  occurrences: readonly Occurrence[],
  problems: readonly CalendarProblem[] = [],
): Calendar {
  return {
    problems,
    eventCount: occurrences.length,
    between(from, to, {timeZone = 'UTC'} = {}) {
      const window = {from: new Date(from).getTime(), to: new Date(to).getTime(), timeZone}
      const inside = occurrences.filter((each) => overlaps(spanOf(each, timeZone), window))
      return {occurrences: inside, problems: []}
    },
  }
}

export function occurrence(start: string, rest: Partial<Occurrence> = {}): Occurrence {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000Z', 'Z')
  return {
    uid: 'one@example.org',
    title: 'Security Management, OSPO functions',
    start,
    end,
    allDay: false,
    floating: false,
    status: 'confirmed',
    categories: [],
    ...rest,
  }
}

export function touchpoint(start: string, rest: Partial<TouchpointInput> = {}): TouchpointInput {
  return {
    id: 'tp-security',
    title: 'Security Management, OSPO functions in AI and more',
    slug: 'security-management',
    start,
    minutes: 60,
    timeZone: 'Europe/Madrid',
    status: 'confirmed',
    ...rest,
  }
}

export function feed(id: string, occurrences: Occurrence[], rest: Partial<FeedSource> = {}) {
  const calendar = fakeCalendar(occurrences)
  return {kind: 'feed', id, title: id.toUpperCase(), own: false, calendar, ...rest} as const
}

export function touchpoints(...list: TouchpointInput[]): EventSource {
  return {kind: 'touchpoints', touchpoints: list}
}

export function cadences(...list: CadenceInput[]): EventSource {
  return {kind: 'cadences', cadences: list}
}

export const thursdaySlot: Recurrence = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '14:00',
  timeZone: 'Europe/Madrid',
  startDate: '2024-01-04',
}

/** Returns a cadence of slots without exceptions and breaks. */
export function slots(...list: Recurrence[]): Cadence {
  return {slots: list, exceptions: [], breaks: []}
}

export const thursdays: CadenceInput = {
  id: 'series-thursday',
  title: 'Thursday Touchpoints',
  cadence: slots(thursdaySlot),
  meets: 'scheduled',
  minutes: 60,
}
