import {
  type Cadence,
  type CadenceBreak,
  type CadenceDate,
  cadenceDates,
  checkCadence,
} from '@touchpoints/calendar/time'
import {cadenceOf, fieldsOf, itemsOf, textOf} from '@touchpoints/schemas/reading'
import {cadenceSentence, statusWord, wordsIn} from '@touchpoints/words'

import {breaksOf} from '../community/readCommunity.ts'
import {sessionTimes} from '../schedule/sessionTimes.ts'
import {type GivenDate, givenDate} from './exceptions.ts'

/** A stored cadence as a sentence with its next dates, or the reason why it has none. */
export type CadencePreview =
  | {kind: 'empty'}
  | {kind: 'incomplete'; message: string}
  | {kind: 'cadence'; sentence: string; dates: PreviewDate[]}

/** A date of the preview. Skipped dates are in it, so that an editor can restore them. */
export interface PreviewDate {
  /** UTC instant at which the meeting starts, or would start. */
  instant: string
  text: string
  given: GivenDate
  /** Whether another slot has the same date. */
  shared: boolean
  change?: {kind: 'skipped' | 'moved'; text: string}
}

export interface PreviewOptions {
  /** UTC instant: start of the dates. */
  now: string
  /** Breaks of the community. */
  breaks: readonly CadenceBreak[]
  /** Language of the sentence, as visitors read it by default. */
  language: string
}

/**
 * Reads a stored cadence for its editor.
 *
 * @example readCadencePreview(thursdays, {now, breaks: [], language: 'en'}).kind // 'cadence'
 */
export function readCadencePreview(value: unknown, options: PreviewOptions): CadencePreview {
  const slots = itemsOf(fieldsOf(value)['slots'])
  if (slots.length === 0) return {kind: 'empty'}
  const missing = slots.map(({item}) => missingOf(item)).find((each) => each !== undefined)
  if (missing !== undefined) return {kind: 'incomplete', message: missing}
  const stored = cadenceOf({...fieldsOf(value), breaks: breaksOf(fieldsOf(value)['breaks'])})
  if (!stored) {
    const message = 'A value has the wrong format. Correct the fields that are marked.'
    return {kind: 'incomplete', message}
  }
  const error = checkCadence(stored).find(({level}) => level === 'error')
  if (error) return {kind: 'incomplete', message: `${error.message.replace(/\.$/, '')}.`}
  const cadence = {...stored, breaks: [...stored.breaks, ...options.breaks]}
  return {
    kind: 'cadence',
    sentence: cadenceSentence(stored, wordsIn(options.language), {today: options.now.slice(0, 10)}),
    dates: previewDates(cadence, options.now),
  }
}

/** The words of the Studio. */
const words = wordsIn('en')

/** Returns what to enter next, in the order of the form. */
function missingOf({weekdays, time, timeZone, startDate, frequency}: Record<string, unknown>) {
  const noWeekday = !Array.isArray(weekdays) || weekdays.length === 0
  if (textOf(time) === undefined) {
    return frequency === 'weekly' && noWeekday
      ? 'Select a weekday and enter the time. You then see the next dates here.'
      : 'Enter the time. You then see the next dates here.'
  }
  if (textOf(timeZone) === undefined) return 'Enter the time zone.'
  if (textOf(startDate) === undefined) return 'Enter the start date.'
  return undefined
}

function previewDates(cadence: Cadence, now: string): PreviewDate[] {
  const dates = cadenceDates(cadence, {from: now, count: 6, skipped: 'include'})
  const given = dates.map(({start, slot, change}) =>
    givenDate(change?.kind === 'moved' ? change.from : start, slot.timeZone),
  )
  return dates.flatMap((date, index) => {
    const own = given[index]
    if (!own) return []
    const shared = given.some((each, other) => other !== index && each.date === own.date)
    return [{...describe(date), given: own, shared}]
  })
}

function describe({start, slot, change}: CadenceDate): Omit<PreviewDate, 'given' | 'shared'> {
  const text = timeText(start, slot.timeZone)
  if (!change) return {instant: start, text}
  const reason = change.reason ? `: ${change.reason}` : ''
  const what =
    change.kind === 'skipped'
      ? statusWord(words, 'skipped')
      : words.say('site.movedFrom', {date: timeText(change.from, slot.timeZone)})
  return {instant: start, text, change: {kind: change.kind, text: `${what}${reason}`}}
}

function timeText(instant: string, timeZone: string): string {
  const [local, utc] = sessionTimes(instant, 0, [
    {name: 'Local', timeZone},
    {name: 'UTC', timeZone: 'UTC'},
  ])
  const utcText = timeZone === 'UTC' ? 'UTC' : `${utc?.from} UTC`
  return timeZone === 'UTC'
    ? `${local?.date}, ${local?.from} UTC`
    : `${local?.date}, ${local?.from} (${utcText})`
}
