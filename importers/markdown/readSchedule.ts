import {dayText, placeName} from '@touchpoints/calendar/rhythm'
import {instantFromWallClock, wallClock, weekdayNames, weekdayOf} from '@touchpoints/calendar/time'

import type {Choice} from '../plan/plan.ts'
import {type ClockTime, clockTimes, type WrittenZone} from './clockTimes.ts'
import type {Context} from './readers/reader.ts'
import {shortZones} from './shortZones.ts'
import {lengthIn} from './writtenLength.ts'
import {isOnWeekday, readDate, type WrittenDate} from './writtenDate.ts'

export interface Schedule {
  _type: 'schedule'
  start: string
  timeZone: string
  minutes: number
}

/** When a session takes place, as far as the page settles it. */
export interface SessionTime {
  /** `YYYY-MM-DD`, as written. */
  date: string
  /** Absent when the zone, the hour or both are open. `report` then asks. */
  schedule?: Schedule
  /** Whether the page gives an hour and no length, so that 60 minutes were used. */
  isUsualLength: boolean
  /** Adds the findings about the time, once the id of the session is known. */
  report: (document: string) => void
}

interface Start {
  start: string
  timeZone: string
}

/**
 * Reads a date and a time of a page. A zone with several clocks is read only when all of them give one
 * instant on that day, or when other words settle it: a second hour, or the page's own calendar.
 *
 * Returns undefined without a date.
 *
 * @param usual - zone for a time without one, such as that of a table's header, and the length that the page gives
 *   elsewhere, in minutes
 */
export function readSchedule(
  source: string,
  line: number,
  context: Context,
  {zone, minutes: given}: {zone?: WrittenZone; minutes?: number} = {},
): SessionTime | undefined {
  const {out, year} = context
  const text = shortZones(withoutOffset(source))
  const written = readDate(text, year)
  if (!written) return undefined
  out.understood(source)
  const hours = withoutDate(text, written)
  const times = clockTimes(hours).map((each) => (each.zone || !zone ? each : {...each, zone}))
  const notes = dateNotes(written, line, context)
  const [first] = times
  const rest = wordsBeside(hours, times)
  if (!first) {
    const message =
      rest === undefined
        ? `The page gives no time for ${dayText(written.date)}. Enter it in the Studio.`
        : `The time of ${dayText(written.date)} is not understood: "${tidy(source)}". Enter it in the Studio.`
    return session(written, notes, (document) =>
      out.ask(line, {code: 'which-dates', message, document}),
    )
  }
  if (rest !== undefined) {
    out.leftover(line, tidy(source), 'Only the first time and its zone were imported of this.')
  }
  if (first.impossible !== undefined) {
    const message = `"${first.impossible}" is not a valid time. It was read as ${first.time}.`
    notes.push((document) => out.verify(line, {code: 'corrected', message, document}))
  }
  const settled = settle(written.date, times, context)
  const beside = lengthIn(hours)
  const minutes = given ?? first.minutes ?? beside ?? 60
  const isUsualLength = given === undefined && first.minutes === undefined && beside === undefined
  if (given !== undefined && first.minutes !== undefined && first.minutes !== given) {
    const message = `The page has two lengths: ${given} minutes, and ${first.minutes} minutes from the start to the end. The first was used.`
    notes.push((document) => out.verify(line, {code: 'sources-differ', message, document}))
  }
  const scheduled = ({start, timeZone}: Start): Schedule => ({
    _type: 'schedule',
    start,
    timeZone,
    minutes,
  })
  if (settled.kind === 'open') {
    const ask = (document: string) =>
      out.ask(line, {
        code: 'which-zone',
        message: settled.message,
        document,
        choices: settled.starts.map((each): Choice => ({
          label: label(each),
          set: {schedule: scheduled(each)},
        })),
      })
    return {...session(written, notes, ask), isUsualLength}
  }
  const {evidence} = settled
  if (evidence !== undefined) {
    notes.push((document) => out.verify(line, {code: 'uncertain', message: evidence, document}))
  }
  return {...session(written, notes), isUsualLength, schedule: scheduled(settled)}
}

type Note = (document: string) => void

function session(
  {date}: WrittenDate,
  notes: readonly Note[],
  ...more: readonly Note[]
): SessionTime {
  const all = [...notes, ...more]
  return {date, isUsualLength: false, report: (document) => all.forEach((note) => note(document))}
}

/** Writes the time of "2026-09-03T15:00:00+02:00" as people do: the offset is no end of it. */
function withoutOffset(text: string): string {
  return text.replace(
    /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?(?!\d)/,
    (_, date: string, time: string, offset = '') => {
      const zone = offset === '' || offset === 'Z' ? offset.replace('Z', 'UTC') : `UTC${offset}`
      return `${date} at ${time} ${zone}`
    },
  )
}

/** The digits of a date are no hour. */
function withoutDate(text: string, {date}: WrittenDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return text
    .replace(/\b\d{4}[-/]\d{2}[-/]\d{2}(?:T(?=\d))?/, ' ')
    .replace(
      new RegExp(String.raw`\b${day}[/.]${month}[/.]${year}\b|\b${month}[/.]${day}[/.]${year}\b`),
      ' ',
    )
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(new RegExp(String.raw`\b0?${Number(day)}\b(?!\s*[:.h]\d|\s*[ap]\.?m)`), ' ; ')
    .replace(new RegExp(String.raw`\b${year}\b`), ' ')
}

/** Words beside a date and a time that carry no fact. */
const noFact =
  /^(?:at|on|to|the|of|and|from|in|is|time|local|h|hrs?|hours?|am|pm|noon|starts?|starting|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|st|nd|rd|th|t|utc|tb[adc]|min(?:utes?|s)?)$/i

/** Returns the words that are in no date and no time, such as "(moved from 08:00)" or the 24 in "2026-07-23/24". */
function wordsBeside(text: string, times: readonly ClockTime[]): string | undefined {
  const zoned = times.flatMap(({written, zone}) => [written, ...(zone ? [zone.name] : [])])
  const [first] = times
  const used = first === undefined ? [] : zoned
  const rest = used.reduce((left, part) => left.replace(part, ' '), text).replace(lengthWords, ' ')
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? []
  const hasMore = words.some((word) => !noFact.test(word))
  // An hour that has no zone beside one that has is no second name of it.
  const unzoned = times.slice(1).filter(({zone}) => zone === undefined && first?.zone !== undefined)
  if (!hasMore && unzoned.length === 0) return undefined
  return tidy([rest, ...unzoned.map(({written}) => written)].join(' '))
}

const lengthWords = /\b\d{1,3}(?:\.\d)?[ -]?(?:minutes?|mins?|hours?|hrs?)\b/gi

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s;,/()-]+|[\s;,/(-]+$/g, '')
    .replace(/^at /, '')
    .replace(/ at$/, '')
    .trim()
}

function dateNotes(written: WrittenDate, line: number, {out, asOf}: Context): Note[] {
  const {date, weekday, isYearOpen} = written
  if (weekday && !isOnWeekday(written)) {
    const message = `${date} is a ${weekdayNames[weekdayOf(date)]}, not a ${weekdayNames[weekday]}. The date was used.`
    return [(document) => out.verify(line, {code: 'corrected', message, document})]
  }
  if (!isYearOpen || weekday) return []
  const message = `The date has no year. It was read as ${date}, in the year of the page (${asOf}).`
  return [(document) => out.verify(line, {code: 'uncertain', message, document})]
}

type Settled =
  | ({kind: 'settled'; evidence?: string} & Start)
  | {kind: 'open'; message: string; starts: readonly Start[]}

function settle(date: string, times: readonly ClockTime[], context: Context): Settled {
  const [first] = times
  const {zone} = first ?? {}
  const named = `${first?.time ?? ''}${zone ? ` ${zone.name}` : ''}`
  if (!first || !zone || zone.candidates.length === 0) return withoutZone(date, first, context)
  const starts = startsIn(zone.candidates, date, first.time)
  const others = times.slice(1).filter((each) => (each.zone?.candidates.length ?? 0) > 0)
  const agreeing = starts.filter(({start}) =>
    others.every((other) =>
      startsIn(other.zone?.candidates ?? [], date, other.time).some((each) =>
        isSameHour(each.start, start),
      ),
    ),
  )
  if (agreeing.length === 0) {
    const all = [
      ...starts,
      ...others.flatMap((each) => startsIn(each.zone?.candidates ?? [], date, each.time)),
    ]
    const written = [first, ...others].map((each) => `${each.time} ${each.zone?.name ?? ''}`)
    return {
      kind: 'open',
      message: `${written.join(' and ')} are different instants on ${dayText(date)}. Which one is right?`,
      starts: distinct(all),
    }
  }
  const choices = distinct(agreeing)
  const [only] = choices
  const wasOpen = distinct(starts).length > 1
  if (only && choices.length === 1) {
    const place = sharedPlace(agreeing, context.zone) ?? only.timeZone
    if (!wasOpen) {
      const loose = others.find(
        (each) => distinct(startsIn(each.zone?.candidates ?? [], date, each.time)).length > 1,
      )
      const settled = {kind: 'settled' as const, start: only.start, timeZone: place}
      if (!loose) return settled
      const second = `${loose.time} ${loose.zone?.name ?? ''}`
      const evidence = `"${second}" has several meanings on ${dayText(date)}, and one of them is ${named}. That hour was used.`
      return {...settled, evidence}
    }
    const second = others.map((each) => `${each.time} ${each.zone?.name ?? ''}`).join(' and ')
    const evidence = `"${named}" has several meanings. It was read as ${label(only)}, because the page also says ${second}.`
    return {kind: 'settled', start: only.start, timeZone: only.timeZone, evidence}
  }
  const change = clockChange(choices, date, first.time)
  if (change !== undefined)
    return {kind: 'open', message: `${change} When is ${named}?`, starts: choices}
  const central = context.zone === undefined ? [] : startsIn([context.zone], date, first.time)
  const [own] = central.length === 1 ? central : []
  // The page's calendar settles a name of its own clock: CET in Madrid. It does not settle EST.
  if (
    own &&
    context.zone &&
    zone.candidates.some((each) => haveSameClock(each, own.timeZone, date))
  ) {
    const evidence = `"${named}" has several meanings. It was read as local time in ${context.zone} (${own.start}), the zone of the page’s calendar. On ${date}, ${context.zone} is at UTC${offsetOf(own)}.`
    return {kind: 'settled', ...own, evidence}
  }
  return {
    kind: 'open',
    message: `"${zone.name}" has several meanings on ${dayText(date)}. Which clock is meant by ${named}?`,
    starts: choices,
  }
}

function withoutZone(date: string, first: ClockTime | undefined, {zone, home}: Context): Settled {
  const time = first?.time ?? '00:00'
  const offered = [zone, home, 'UTC'].flatMap((each) => each ?? [])
  const unknown = first?.zone?.name
  return {
    kind: 'open',
    message:
      unknown === undefined
        ? `The page does not say in which time zone ${time} on ${dayText(date)} is.`
        : `No clock with the name "${unknown}" is known. Which zone is meant by ${time} ${unknown} on ${dayText(date)}?`,
    starts: distinct(startsIn(offered, date, time)),
  }
}

/** The zone of the page's calendar, if it shows the same hour as a zone that was read. */
function sharedPlace(starts: readonly Start[], zone: string | undefined): string | undefined {
  const [first] = starts
  if (zone === undefined || !first || first.timeZone === 'UTC') return undefined
  const isShared = starts.some(({timeZone}) =>
    haveSameClock(timeZone, zone, first.start.slice(0, 10)),
  )
  return isShared ? zone : undefined
}

/** Whether two zones show the same hour in winter and in summer of that year. */
function haveSameClock(a: string, b: string, date: string): boolean {
  return ['01', '07'].every((month) => {
    const instant = `${date.slice(0, 4)}-${month}-15T12:00:00Z`
    return wallClock(instant, a).offset === wallClock(instant, b).offset
  })
}

/** An hour that is the next day in another zone has another date there: "23:00 UTC / 08:00 JST". */
function isSameHour(a: string, b: string): boolean {
  return (Date.parse(a) - Date.parse(b)) % 86_400_000 === 0
}

function startsIn(zones: readonly string[], date: string, time: string): Start[] {
  return zones.flatMap((timeZone): Start[] => {
    const reading = instantFromWallClock(date, time, timeZone)
    if (reading.kind === 'invalid') return []
    const starts = reading.kind === 'instant' ? [reading.instant] : [reading.earlier, reading.later]
    return starts.map((start) => ({start, timeZone}))
  })
}

/** Returns why a clock shows an hour never or twice on a day, if one of these does. */
function clockChange(starts: readonly Start[], date: string, time: string): string | undefined {
  for (const {timeZone} of starts) {
    const {kind} = instantFromWallClock(date, time, timeZone)
    const place = placeName(timeZone)
    if (kind === 'gap') return `The clock of ${place} skips ${time} on ${dayText(date)}.`
    if (kind === 'overlap') return `The clock of ${place} shows ${time} twice on ${dayText(date)}.`
  }
  return undefined
}

function distinct(starts: readonly Start[]): Start[] {
  return starts.filter(
    ({start}, index) => starts.findIndex((each) => each.start === start) === index,
  )
}

function offsetOf({start, timeZone}: Start): string {
  return wallClock(start, timeZone).offset
}

function label(each: Start): string {
  const {timeZone, start} = each
  return `${placeName(timeZone)} (UTC${offsetOf(each)}, ${start})`
}
