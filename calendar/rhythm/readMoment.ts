import {instantFromWallClock} from '../time/instantFromWallClock.ts'
import {isTimeZone} from '../time/isTimeZone.ts'
import {wallClock} from '../time/wallClock.ts'
import {findDay, without, type WrittenDay} from './findDay.ts'
import {findTime, type FoundTime} from './findTime.ts'
import {dateOfDay, type DayReading} from './momentDay.ts'
import {dayText, momentText, placeName, shortOffset} from './momentText.ts'
import {findZones, haveSameClock, type FoundZones, type NamedZone} from './momentZone.ts'
import type {Choice, Question, QuestionCode} from './question.ts'
import {composed, foldedText} from './readTime.ts'
import {zoneMeaning, type ZoneMeaning} from './zoneWords.ts'

/** The start of one meeting. */
export interface Moment {
  /** UTC instant. */
  start: string
  /** IANA id. */
  timeZone: string
  /** Length, if the words have one: "18:00-19:30". */
  minutes?: number
}

/** What words say about one moment. */
export type MomentReading =
  | {
      kind: 'moment'
      moment: Moment
      /** What was understood. `readMoment` reads it as the same instant. */
      text: string
    }
  | {
      /** The words leave a doubt. Each choice has words without it. */
      kind: 'questions'
      questions: readonly Question[]
    }

export interface ReadMomentOptions {
  /** UTC instant. Words such as "tomorrow" and "next Thu" start from it. */
  now: string
  /** IANA id of the zone of words that name none. */
  timeZone: string
}

const example = 'Write a day and a time, such as “next Thu 6 pm”, and a place if it is another one.'
/** Longer texts are no moment. The limit keeps the time short. */
const maxLength = 200

/**
 * Reads one moment as people write it, in the languages that pages have. It guesses nothing: a doubt that
 * changes the instant is a question, and the words of each choice answer it. Read those words again.
 *
 * @throws RangeError if `now` or `timeZone` is invalid
 * @example
 * readMoment('next Thu 6pm Madrid', {now: '2026-11-26T09:00:00Z', timeZone: 'UTC'})
 * // {kind: 'moment', moment: {start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid'},
 * //  text: 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)'}
 * @example
 * readMoment('12 March 2027 18:00 IST', options).kind // 'questions': three zones have this name
 */
export function readMoment(typed: string, {now, timeZone}: ReadMomentOptions): MomentReading {
  const words = composed(typed)
  if (words === '' || words.length > maxLength) return asking(question('not-understood', example))
  const ids = findIds(words)
  const found = findDay(ids.rest)
  const time = findTime(found.rest)
  if (time.kind === 'several') {
    const [first = '', second = ''] = time.times
    return asking(
      question('all-or-in-turn', `“${first}” and “${second}” are two times. Write one of them.`),
    )
  }
  const zones = findZones(time.rest, words)
  const named = [...zones.zones, ...ids.zones]
  const day = time.kind === 'none' ? withoutTime(found.day, now) : {day: found.day, time}
  return answer({...day, zones: {zones: named, unknown: zones.unknown}}, {now, timeZone})
}

interface Parts {
  day: WrittenDay | undefined
  time: Exclude<FoundTime, {kind: 'several'}>
  zones: FoundZones
}

function answer({day, time, zones}: Parts, {now, timeZone}: ReadMomentOptions): MomentReading {
  const [zone = {name: '', candidates: [timeZone]}, ...others] = zones.zones
  const clock = wallClock(now, zone.candidates[0] ?? timeZone)
  const isPast = time.kind === 'time' && time.time <= clock.time
  const dated = dateOfDay(day ?? {}, clock.date, isPast)
  const write = (date: string, at: string) =>
    [dayText(date), at, zone.name].filter(Boolean).join(', ')
  const timeText = time.kind === 'time' ? time.time : time.kind === 'either' ? time.number : ''
  if (zones.unknown.length > 0) return asking(...zones.unknown.map((part) => notUnderstood(part)))
  const questions = [
    ...(dated.kind === 'question' ? [askDay(dated, (date) => write(date, timeText))] : []),
    ...askTime(time, (at) => (dated.kind === 'date' ? write(dated.date, at) : undefined)),
    ...askMidnight(time, day, dated, write),
  ]
  if (questions.length > 0 || dated.kind === 'question' || time.kind !== 'time')
    return asking(...questions)
  const starts = startsIn(zone.candidates, dated.date, time.time).filter((start) =>
    others.every((other) => agrees(start, other)),
  )
  const [first] = starts
  if (first === undefined) {
    const names = zones.zones.map(({name}) => `“${name}”`).join(' and ')
    return asking(question('hours-disagree', `${names} are different clocks. Keep one of them.`))
  }
  if (new Set(starts.map(({start}) => start)).size > 1)
    return asking(askStart(zone, starts, time.time))
  const kept = starts.find((each) => each.timeZone === timeZone) ?? first
  const own = isClock(zone.candidates, timeZone, first) ? timeZone : kept.timeZone
  const {minutes} = time
  return {
    kind: 'moment',
    moment: {start: first.start, timeZone: own, ...(minutes !== undefined && {minutes})},
    text: momentText(first.start, own),
  }
}

/** "CET" in Madrid is the clock of Madrid: the place is nearer than the one that the name is known for. */
function isClock(
  candidates: readonly string[],
  timeZone: string,
  {start, timeZone: read}: Start,
): boolean {
  return candidates.length > 1 && haveSameClock(timeZone, read, start.slice(0, 4))
}

interface Start {
  start: string
  timeZone: string
  /** Whether the clocks skip the time. */
  isSkipped?: boolean
}

/** The instants that a date and a time can be: two when the clocks change, or when zones share a name. */
function startsIn(candidates: readonly string[], date: string, time: string): Start[] {
  return candidates.flatMap((timeZone): Start[] => {
    const reading = instantFromWallClock(date, time, timeZone)
    if (reading.kind === 'invalid') return []
    if (reading.kind === 'instant') return [{start: reading.instant, timeZone}]
    const isSkipped = reading.kind === 'gap'
    return [reading.earlier, reading.later].map((start) => ({start, timeZone, isSkipped}))
  })
}

/** Whether another name of the zone fits: "18:00 in Madrid (UTC+1)". */
function agrees({start, timeZone}: Start, {candidates, offset}: NamedZone): boolean {
  const actual = wallClock(start, timeZone).offset
  if (offset !== undefined) return offset === actual
  return candidates.some((other) => wallClock(start, other).offset === actual)
}

function askStart(zone: NamedZone, starts: readonly Start[], time: string): Question {
  const distinct = starts.filter(
    ({start}, index) => starts.findIndex((other) => other.start === start) === index,
  )
  const choices = distinct.map(({start, timeZone}) => {
    const place = placeName(timeZone)
    const {offset, time: shown} = wallClock(start, timeZone)
    const at = place.startsWith('UTC') ? place : `${place} (UTC${shortOffset(offset)})`
    return {label: shown === time ? at : `${shown}, ${at}`, words: momentText(start, timeZone)}
  })
  if (zone.candidates.length > 1) {
    return question('which-zone', `Several clocks are called “${zone.name}”. Which one?`, choices)
  }
  const changes = starts.some(({isSkipped}) => isSkipped)
    ? `${time} does not exist on this day, because the clocks go forward. Choose a time.`
    : `${time} occurs twice on this day, because the clocks go back. Choose one.`
  return question('two-readings', changes, choices)
}

function askDay(
  {code, message, dates}: Extract<DayReading, {kind: 'question'}>,
  write: (date: string) => string,
): Question {
  return question(
    code,
    message,
    dates.map((date) => ({label: dayText(date), words: write(date)})),
  )
}

function askTime(time: Parts['time'], write: (at: string) => string | undefined): Question[] {
  if (time.kind === 'time') return []
  if (time.kind === 'none') {
    return [question('no-time', 'At what time? Add it, such as “18:00” or “6 pm”.')]
  }
  const choices = time.times.flatMap((at) => {
    const words = write(at)
    return words === undefined ? [] : [{label: at, words}]
  })
  return [
    question('two-readings', `Is “${time.number}” in the morning or in the evening?`, choices),
  ]
}

/** "Thursday midnight" is when Thursday begins, or when it ends. */
function askMidnight(
  time: Parts['time'],
  day: WrittenDay | undefined,
  dated: DayReading,
  write: (date: string, at: string) => string,
): Question[] {
  if (time.kind !== 'time' || !time.isMidnight || dated.kind !== 'date' || !day) return []
  const next = new Date(Date.parse(`${dated.date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const choices = [dated.date, next].map((date) => ({
    label: `00:00, as ${dayText(date)} begins`,
    words: write(date, '00:00'),
  }))
  return [question('two-readings', 'Is midnight when the day begins, or when it ends?', choices)]
}

function notUnderstood(part: string): Question {
  const shown = part.length > 40 ? `${part.slice(0, 40)}…` : part
  return question('not-understood', `“${shown}” is not understood. ${example}`)
}

function question(code: QuestionCode, message: string, choices: Choice[] = []): Question {
  return {code, message, choices}
}

function asking(...questions: Question[]): MomentReading {
  return {kind: 'questions', questions}
}

/** "12 March 2000 London": a year far from now, and no time, is the time. */
function withoutTime(day: WrittenDay | undefined, now: string): Pick<Parts, 'day' | 'time'> {
  const none = {kind: 'none', rest: ''} as const
  const {year, ...rest} = day ?? {}
  if (year === undefined) return {day, time: none}
  const ahead = year - Number(now.slice(0, 4))
  const minutes = year % 100
  if ((ahead >= -1 && ahead <= 3) || year >= 2400 || minutes > 59) return {day, time: none}
  return {
    day: rest,
    time: {kind: 'time', time: `${String(year).slice(0, 2)}:${String(year).slice(2)}`, rest: ''},
  }
}

const idPattern = /[a-z]+(?:\/[a-z_+-]+\d{0,2}){1,2}/
const offsetPattern =
  /(?:(?:utc|gmt) ?(?<sign>[+−–-]) ?(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?!\d)|(?<=t\d\d:\d\d)(?<bare>[+−-]\d{2}:\d{2})(?!\d))/

/** Finds ids and offsets first: the digits of "UTC+1" and "Etc/GMT-1" are no hours. */
function findIds(words: string): {zones: readonly NamedZone[]; rest: string} {
  const id = takeZone(words, foldedText(words), idPattern)
  const offset = takeZone(words, id.rest, offsetPattern)
  return {zones: [...id.zones, ...offset.zones], rest: offset.rest}
}

function takeZone(
  words: string,
  text: string,
  pattern: RegExp,
): {zones: NamedZone[]; rest: string} {
  const match = pattern.exec(text)
  if (!match) return {zones: [], rest: text}
  const name = words.slice(match.index, match.index + match[0].length)
  const candidates = idsOf(zoneMeaning(name), name)
  const offset = offsetOf(match.groups ?? {})
  if (candidates.length === 0 && offset === undefined) return {zones: [], rest: text}
  const zone = {name, candidates, ...(offset !== undefined && {offset})}
  return {zones: [zone], rest: without(text, match.index, match[0].length)}
}

function idsOf(meaning: ZoneMeaning | undefined, name: string): readonly string[] {
  if (meaning?.kind === 'ambiguous') return meaning.candidates
  if (meaning) return [meaning.timeZone]
  return isTimeZone(name) ? [name] : []
}

function offsetOf({
  sign,
  hours,
  minutes = '00',
  bare,
}: Readonly<Record<string, string | undefined>>) {
  const plain = (text: string) => text.replace(/[−–]/, '-')
  if (bare !== undefined) return plain(bare)
  return hours === undefined
    ? undefined
    : `${plain(sign ?? '+')}${hours.padStart(2, '0')}:${minutes}`
}
