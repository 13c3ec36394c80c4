import {placeName, zoneMeaning} from '@touchpoints/calendar/rhythm'
import {wallClock} from '@touchpoints/calendar/time'

import {findTimeZone} from './findTimeZone.ts'
import {placesWithOffset} from './placesWithOffset.ts'

/** What an editor typed as a time zone. */
export type ZoneReading =
  | {
      kind: 'zone'
      /** IANA id. */
      timeZone: string
      /** What was made of the text, if it was not the name of the zone. */
      note?: string
    }
  | {kind: 'choice'; message: string; choices: readonly {timeZone: string; label: string}[]}
  | {kind: 'unknown'}

/**
 * Reads a time zone as people write it: an id, a city, a country, or the name of a clock.
 *
 * A name such as CET is that of a place with summer time, because no community changes its hour twice a year.
 * A name of several places is a choice, and so is an offset: the clocks of most places change.
 *
 * @param home - IANA id: used for a name of its own clock
 * @param now - UTC instant, for its year
 * @example readZone('Eastern', {home: 'Europe/Madrid', now}) // {kind: 'zone', timeZone: 'America/New_York', note: '…'}
 */
export function readZone(text: string, options: {home: string; now: string}): ZoneReading {
  const typed = text.trim()
  const id = findTimeZone(typed)
  if (id !== undefined && isFixedOffset(id)) return placeless(typed, id, options)
  if (id !== undefined && !/^[A-Z]{2,5}$/.test(typed)) return named(typed, id)
  const meaning = zoneMeaning(typed)
  if (!meaning) return id === undefined ? {kind: 'unknown'} : named(typed, id)
  if (meaning.kind === 'offset' && meaning.timeZone !== 'UTC')
    return placeless(typed, meaning.timeZone, options)
  if (meaning.kind !== 'ambiguous') return named(typed, meaning.timeZone)
  // "CET" can also be meant to the letter, as UTC+1 all year. No community meets so.
  const places = meaning.candidates.filter((each) => !each.startsWith('Etc/'))
  const [first, ...others] = places
  if (first === undefined) return {kind: 'unknown'}
  if (others.length === 0) {
    return named(typed, isSameClock(first, options.home, options.now) ? options.home : first)
  }
  const choices = places.map((timeZone) => ({timeZone, label: placeName(timeZone)}))
  return {kind: 'choice', message: `“${typed}” is the time of several places. Which one?`, choices}
}

function named(typed: string, timeZone: string): ZoneReading {
  if (typed === timeZone) return {kind: 'zone', timeZone}
  return {kind: 'zone', timeZone, note: `Read “${typed}” as ${timeZone}.`}
}

/** Publish would refuse a fixed offset, as something that nobody typed. */
function placeless(
  typed: string,
  timeZone: string,
  options: {home: string; now: string},
): ZoneReading {
  const choices = placesWithOffset(wallClock(options.now, timeZone).offset, options).map((id) => ({
    timeZone: id,
    label: placeName(id),
  }))
  const question = choices.length > 0 ? 'Which place is it?' : 'Enter a city.'
  return {kind: 'choice', message: `“${typed}” has no place. ${question}`, choices}
}

/** Returns whether an IANA id is an offset and no place. @example isFixedOffset('Etc/GMT-2') // true */
export function isFixedOffset(timeZone: string): boolean {
  return /^Etc\/GMT[+-][1-9]/.test(timeZone)
}

/** Whether two zones have the same clock in winter and in summer of that year. */
function isSameClock(a: string, b: string, now: string): boolean {
  return ['01', '07'].every((month) => {
    const instant = `${now.slice(0, 4)}-${month}-15T12:00:00Z`
    return wallClock(instant, a).offset === wallClock(instant, b).offset
  })
}
