import {foldedText, readTime} from './readTime.ts'

/** A time of day that someone typed into a field for it. */
export type HourReading =
  | {kind: 'time'; time: string}
  /** A number from 1 to 12 alone: both halves of the day have it. */
  | {kind: 'either'; times: readonly string[]}
  | {kind: 'none'}

/**
 * Reads a time of day as `readTime` does, but guesses no half of the day.
 *
 * @example readHour('6') // {kind: 'either', times: ['06:00', '18:00']}
 * @example readHour('06') // {kind: 'time', time: '06:00'}
 */
export function readHour(text: string): HourReading {
  const typed = foldedText(text).trim()
  if (/^(?:[1-9]|1[0-2])$/.test(typed)) return {kind: 'either', times: bothHalves(Number(typed))}
  const time = readTime(typed)
  return time === undefined ? {kind: 'none'} : {kind: 'time', time}
}

/** Returns the two times of day that an hour from 1 to 12 can be. */
export function bothHalves(hour: number): readonly string[] {
  return [readTime(`${hour} am`), readTime(`${hour} pm`)].flatMap((time) => time ?? [])
}
