import {plainText} from '../text/plainText.ts'
import type {ReadingCause, ReadingPair} from './readingDifference.ts'
import type {SecondOccurrence} from './secondReading.ts'

const maxLength = 80

const causes = {
  'added-dates': () => 'it ignores added dates (RDATE)',
  cancellation: () => 'it reads neither METHOD:CANCEL nor the mark in the title',
  'change-alone': () => 'it repeats a changed date of a series that the calendar does not have',
  'changed-date': () => 'it ignores the change of this date',
  'clock-change': () => 'the clocks change then, and it reads the hour differently',
  'excluded-date': () => 'it reads excluded dates (EXDATE) of this form differently',
  'following-dates': () => 'it ignores that a change is for all following dates',
  'lower-case': () => 'it reads names of properties in capital letters only',
  'refused-event': () => 'it throws an error for this event',
  'same-uid': () => 'it reads only one of the events with this UID',
  'several-calendars': () => 'it reads only the last of several VCALENDARs',
  'several-rules': () => 'it reads only one of several rules',
  'unknown-zone': (zone) => `it does not know the time zone “${zone}”`,
  'zone-of-calendar': () => 'it reads a time without a zone in the zone of its server',
  'zone-of-file': () =>
    'it reads a time without a zone in a zone that the file has for other events',
} as const satisfies Record<ReadingCause, (zone: string) => string>

/** Returns a sentence with what node-ical shows instead, and why. */
export function describePair(pair: ReadingPair, cause: ReadingCause | undefined): string {
  const zone = pair.kind === 'missing' ? '' : (pair.theirs.unknownZone ?? '')
  const why = cause === undefined ? '' : `: ${causes[cause](quotable(zone))}`
  return `node-ical, which many sites use, ${differenceOf(pair)}${why}.`
}

function differenceOf(pair: ReadingPair): string {
  switch (pair.kind) {
    case 'missing':
      return `does not show ${quoted(pair.ours.title)} ${when(pair.ours)}`
    case 'extra':
      return `also shows ${quoted(pair.theirs.title)} ${when(pair.theirs)}`
    case 'status':
      return `shows ${quoted(pair.ours.title)} ${when(pair.ours)} as ${pair.theirs.status} instead of ${pair.ours.status}`
    case 'end':
      return `shows that ${quoted(pair.ours.title)} ${when(pair.ours)} ends ${when(endOf(pair.theirs))} instead of ${when(endOf(pair.ours))}`
    case 'time':
      return `shows ${quoted(pair.ours.title)} ${when(pair.theirs)} instead of ${when(pair.ours)}`
  }
}

type Time = Pick<SecondOccurrence, 'start' | 'allDay' | 'floating'>

function endOf({end, allDay, floating}: Time & {end: string}): Time {
  return {start: end, allDay, floating}
}

function when({start, allDay, floating}: Time): string {
  if (allDay) return `on ${start}`
  const [date = '', time = ''] = start.split('T')
  return `on ${date} at ${time.slice(0, 5)} ${floating ? 'local time' : 'UTC'}`
}

function quoted(title: string): string {
  return title === '' ? 'an event without a title' : `“${quotable(title)}”`
}

function quotable(text: string): string {
  const line = plainText(text).replaceAll(/\s+/g, ' ').trim()
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line
}
