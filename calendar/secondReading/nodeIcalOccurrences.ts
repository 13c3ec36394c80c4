import nodeIcal, {
  type DateWithTimeZone,
  type EventInstance,
  type ExpandRecurringEventOptions,
  type VEvent,
} from 'node-ical'

import {plainText} from '../text/plainText.ts'
import {isTimeZone} from '../time/formats.ts'
import type {ReadingJob, SecondOccurrence, SecondReading} from './secondReading.ts'

/**
 * Reads a calendar with node-ical alone: its parser, its zones and its expansion of rules.
 *
 * It runs in the caller's thread without a limit of time, so call it in `nodeIcalProgram.ts` only. An event that
 * makes node-ical throw is in `refused`.
 */
export function nodeIcalOccurrences({
  text,
  from,
  to,
  occurrences: most,
}: ReadingJob): SecondReading {
  const window = {from: new Date(from), to: new Date(to), expandOngoing: true}
  const occurrences: SecondOccurrence[] = []
  const refused: string[] = []
  for (const component of Object.values(nodeIcal.sync.parseICS(text))) {
    if (component?.type !== 'VEVENT') continue
    const instances = expand(component, window)
    if (!instances) refused.push(textOf(component.uid))
    for (const instance of instances ?? []) {
      if (!isDate(instance.start) || !isDate(instance.end)) continue
      if (occurrences.length >= most) {
        const message = `node-ical returns more than ${most} occurrences. Use a shorter window, or raise limits.occurrences.`
        return {state: 'failed', fault: 'too-expensive', message}
      }
      occurrences.push(occurrenceOf(instance))
    }
  }
  return {state: 'read', occurrences, refused}
}

/** Returns undefined if node-ical throws, for example because a rule has too many candidates. */
function expand(event: VEvent, window: ExpandRecurringEventOptions): EventInstance[] | undefined {
  try {
    return nodeIcal.expandRecurringEvent(event, window)
  } catch {
    return undefined
  }
}

/** A value that node-ical cannot read stays a text, although its type says otherwise. */
function isDate(value: unknown): boolean {
  return value instanceof Date && !Number.isNaN(value.getTime())
}

function occurrenceOf({start, end, summary, isFullDay, event}: EventInstance): SecondOccurrence {
  const allDay = isFullDay || start.dateOnly === true
  const zone = allDay ? undefined : start.tz
  const isKnown = zone !== undefined && (isTimeZone(zone) || /^[+-]\d\d:?\d\d$/.test(zone))
  const floating = !allDay && !isKnown
  const form = (date: DateWithTimeZone) => formOf(date, {allDay, floating})
  const {uid, status, location, categories} = event
  return {
    // Without a UID, node-ical invents one at random.
    uid: textOf(uid),
    title: textOf(summary),
    start: form(start),
    end: form(end),
    allDay,
    floating,
    ...(isKnown && isTimeZone(zone) && zone !== 'Etc/UTC' && {timeZone: zone}),
    ...(zone !== undefined && !isKnown && {unknownZone: plainText(zone)}),
    status: statusOf(status),
    ...(textOf(location) !== '' && {location: textOf(location)}),
    categories: (categories ?? []).map(textOf).filter((category) => category !== ''),
  }
}

/** node-ical writes dates, and times without a zone, into the host's zone. */
function formOf(date: Date, {allDay, floating}: {allDay: boolean; floating: boolean}): string {
  if (!allDay && !floating) return `${date.toISOString().slice(0, 19)}Z`
  const local = new Date(date)
  local.setMinutes(local.getMinutes() - local.getTimezoneOffset())
  return local.toISOString().slice(0, allDay ? 10 : 19)
}

function statusOf(status: unknown): SecondOccurrence['status'] {
  const word = String(status).toLowerCase()
  return word === 'cancelled' || word === 'tentative' ? word : 'confirmed'
}

/** Returns a text. With parameters, it is an object; repeated, it is a list. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return plainText(value).trim()
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'object' && value !== null && 'val' in value ? textOf(value.val) : ''
}
