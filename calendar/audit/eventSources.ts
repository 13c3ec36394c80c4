import {titleKey} from '../merge/compareTitles.ts'
import type {EventOrigin, MergedEvent} from '../merge/mergedEvent.ts'
import {dateIn} from '../merge/time.ts'
import type {FindingSource} from './finding.ts'

/** Returns the sources of an event, as those of a finding. */
export function eventSources({sources}: Pick<MergedEvent, 'sources'>): FindingSource[] {
  return sources.map(sourceOf)
}

export function sourceOf(origin: EventOrigin): FindingSource {
  switch (origin.kind) {
    case 'touchpoint':
      return {kind: 'session', id: origin.touchpointId, name: origin.title}
    case 'cadence':
      return {kind: 'cadence', id: origin.id, name: origin.title}
    case 'feed':
      return {kind: 'calendar', id: origin.calendarId, name: origin.calendarTitle}
  }
}

/** Returns a text that is equal for all dates of one meeting, for keys of findings. */
export function meetingKey({title}: Pick<MergedEvent, 'title'>): string {
  return titleKey(title).replaceAll(' ', '-')
}

/** Returns the date of an event, in the zone in which it is announced. */
export function dateOf({start, allDay, floating, timeZone = 'UTC'}: MergedEvent): string {
  return allDay || floating ? start.slice(0, 10) : dateIn(Date.parse(start), timeZone)
}
