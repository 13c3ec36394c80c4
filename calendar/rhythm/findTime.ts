import {without} from './findDay.ts'
import {bothHalves} from './readHour.ts'
import {halfDays, readTime, timePieces} from './readTime.ts'
import {timeMeaning, timePattern} from './timeWords.ts'

/** The time of day in words. */
export type FoundTime =
  | {kind: 'time'; time: string; minutes?: number; isMidnight?: boolean; rest: string}
  /** A number from 1 to 12 alone: both halves of the day have it. */
  | {kind: 'either'; times: readonly string[]; number: string; rest: string}
  /** Several times. Only one can be stored. */
  | {kind: 'several'; times: readonly string[]}
  | {kind: 'none'; rest: string}

const noDigit = '(?<![\\p{Script=Latin}\\d:.+/-])'
const end = '(?:(?![\\p{Script=Latin}\\d])|(?=z(?!\\p{L})))'
const pieces = [
  `(?<![\\p{Script=Latin}\\p{Script=Arabic}])${timePieces.whole}${end}`,
  ...timePieces.clock.map((piece) => `${noDigit}${piece}${end}`),
].map((source) => new RegExp(source, 'u'))
const range = new RegExp(`${noDigit}${timePattern}${end}`, 'u')
const alone = /(?<![\p{L}\d:.+/-])(?<hour>\d{1,2})(?![\p{L}\d:./])/u
const length =
  /(?:for )?(?<count>\d{1,3}) ?(?<unit>min(?:ute[ns]?|utos|s)?|hours?)(?![\p{L}\d])\.?/u

/**
 * Finds the time of day in words, and its length if they have one.
 *
 * @param text - from `foldedText`, with gaps where the day was
 */
export function findTime(text: string): FoundTime {
  const long = lengthIn(text)
  const ranged = rangeIn(long.rest)
  if (ranged) return ranged
  const first = pieceIn(long.rest)
  if (!first) return hourAlone(long.rest, long.minutes)
  const second = pieceIn(first.rest)
  if (second && second.time !== first.time)
    return {kind: 'several', times: [first.text, second.text]}
  const half = halfIn(second ? second.rest : first.rest)
  return {
    kind: 'time',
    time: half.isEvening && first.time < '12:00' && !first.isWhole ? later(first.time) : first.time,
    ...(long.minutes !== undefined && {minutes: long.minutes}),
    ...(first.isWhole && first.time === '00:00' && {isMidnight: true}),
    rest: half.rest,
  }
}

interface Piece {
  text: string
  time: string
  isWhole: boolean
  rest: string
}

function pieceIn(text: string): Piece | undefined {
  for (const [index, pattern] of pieces.entries()) {
    const match = pattern.exec(text)
    const time = readTime(match?.[0] ?? '')
    if (!match || time === undefined) continue
    return {
      text: match[0].trim(),
      time,
      isWhole: index === 0,
      rest: without(text, match.index, match[0].length),
    }
  }
  return undefined
}

/** "18:00-19:30", "6-7pm". */
function rangeIn(text: string): FoundTime | undefined {
  const match = range.exec(text)
  const meaning = match && timeMeaning(match.slice(1))
  if (!match || meaning?.kind !== 'time' || meaning.minutes === undefined) return undefined
  const {time, minutes} = meaning
  return {kind: 'time', time, minutes, rest: without(text, match.index, match[0].length)}
}

/** A number that is the only one left is the hour, because a moment needs one. */
function hourAlone(text: string, minutes: number | undefined): FoundTime {
  const half = halfIn(text)
  const match = alone.exec(half.rest)
  const number = match?.groups?.['hour']
  const time = number === undefined ? undefined : readTime(number)
  if (!match || number === undefined || time === undefined) return {kind: 'none', rest: text}
  const rest = without(half.rest, match.index, match[0].length)
  const hour = Number(number)
  const isClear =
    hour > 12 || hour === 0 || number.startsWith('0') || half.isMorning || half.isEvening
  if (!isClear) return {kind: 'either', times: bothHalves(hour), number, rest}
  const read = half.isEvening && hour < 12 ? later(time) : time
  return {kind: 'time', time: read, ...(minutes !== undefined && {minutes}), rest}
}

function later(time: string): string {
  return `${String(Number(time.slice(0, 2)) + 12).padStart(2, '0')}${time.slice(2)}`
}

/** "tomorrow evening at 8", "heute Abend um 8". */
function halfIn(text: string): {isMorning: boolean; isEvening: boolean; rest: string} {
  const of = (words: string) =>
    new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{Script=Latin}\\d])`, 'u').exec(text)
  const [evening, morning] = [of(`${halfDays.evening}|night`), of(halfDays.morning)]
  const match = evening ?? morning
  return {
    isEvening: evening !== null,
    isMorning: evening === null && morning !== null,
    rest: match ? without(text, match.index, match[0].length) : text,
  }
}

function lengthIn(text: string): {minutes?: number; rest: string} {
  const match = length.exec(text)
  const {count, unit} = match?.groups ?? {}
  // "18 hours" is the time 18:00, and "for 2 hours" a length.
  if (!match || (unit?.startsWith('hour') && !match[0].startsWith('for'))) return {rest: text}
  const minutes = Number(count) * (unit?.startsWith('hour') ? 60 : 1)
  return {minutes, rest: without(text, match.index, match[0].length)}
}
