import {boundedTexts, boundedUid} from './boundedTexts.ts'
import {formatEpoch} from './formatEpoch.ts'
import type {Description} from '../series/describe.ts'
import type {EventTiming} from '../series/eventTiming.ts'
import type {Moment} from './moment.ts'
import type {OccurrenceTimes} from '../series/series.ts'
import type {Occurrence} from '../types.ts'

/**
 * The first and the last second that can be written with four digits for the year. Longer years are not
 * valid in any output, and one of them would make a reader refuse the whole file.
 */
const earliest = Date.parse('0000-01-01T00:00:00Z')
const latest = Date.parse('9999-12-31T23:59:59Z')

/** Zones that are not shown, because the Z already says the same. */
const utcNames = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'])

/**
 * Returns the fields that all occurrences of one VEVENT share.
 *
 * `inherited` is the class of the recurring event that this VEVENT changes. A changed occurrence of a
 * private event without a class of its own stays private.
 *
 * It is built once and then copied. Copying the whole object takes 45 to 70 ns, assigning its fields
 * one by one 60 to 90 ns.
 */
export function createTemplate(
  timing: EventTiming,
  text: Description,
  inherited: Occurrence['classification'],
): Occurrence {
  const {start, uid, cancelled} = timing
  const {title, status, categories, classification = inherited, ...others} = boundedTexts(text)
  const zone = shownZone(start)
  return {
    uid: boundedUid(uid),
    title,
    start: '',
    end: '',
    allDay: start.kind === 'date',
    floating: start.kind === 'floating',
    status: cancelled ? 'cancelled' : status,
    categories,
    ...(classification === undefined || classification === 'public' ? {} : {classification}),
    ...(zone === undefined ? {} : {timeZone: zone}),
    ...others,
  }
}

/** Builds an occurrence as a copy of its event's template that shares no objects with other results. */
export function writeOccurrence(
  {timing, form, from, to, id}: OccurrenceTimes,
  template: Occurrence,
): Occurrence {
  const occurrence = {...template}
  occurrence.start = formatEpoch(Math.max(from, earliest), form)
  occurrence.end = formatEpoch(Math.min(to, latest), form)
  occurrence.categories = template.categories.slice()
  if (template.organizer) occurrence.organizer = {...template.organizer}
  if (id !== undefined) {
    const idForm = timing.recurrenceId ?? form
    const isStart = id === from && idForm.kind === form.kind
    occurrence.recurrenceId = isStart ? occurrence.start : formatEpoch(id, idForm)
  }
  if (!isSameForm(form, timing.start)) setForm(occurrence, form)
  return occurrence
}

/**
 * Returns whether two moments have the same form and zone. An RDATE may have another zone than DTSTART,
 * or none.
 */
function isSameForm(a: Moment, b: Moment): boolean {
  if (a.kind !== 'timed' || b.kind !== 'timed') return a.kind === b.kind
  return a.zone === b.zone
}

function setForm(occurrence: Occurrence, form: Moment): void {
  const zone = shownZone(form)
  occurrence.allDay = form.kind === 'date'
  occurrence.floating = form.kind === 'floating'
  if (zone === undefined) delete occurrence.timeZone
  else occurrence.timeZone = zone
}

function shownZone(moment: Moment): string | undefined {
  const zone = moment.kind === 'timed' ? moment.zone.id : undefined
  return zone !== undefined && utcNames.has(zone) ? undefined : zone
}
