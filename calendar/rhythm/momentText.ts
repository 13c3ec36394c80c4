import {wallClock} from '../time/wallClock.ts'
import {weekdayNames} from '../time/weekdayNames.ts'
import {weekdayOf} from '../time/weekdayOf.ts'
import {zoneMeaning} from './zoneWords.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * Returns an instant in a zone as an editor reads it. `readMoment` reads the text as the same instant.
 *
 * @param start - UTC instant
 * @param timeZone - IANA id
 * @example momentText('2026-12-03T17:00:00Z', 'Europe/Madrid') // 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)'
 */
export function momentText(start: string, timeZone: string): string {
  const {date, time, offset} = wallClock(start, timeZone)
  const place = placeName(timeZone)
  if (place.startsWith('UTC')) return `${dayText(date)}, ${time} ${place}`
  return `${dayText(date)}, ${time} in ${place} (UTC${shortOffset(offset)})`
}

/** Returns a date with its weekday. @example dayText('2026-12-03') // 'Thu 3 Dec 2026' */
export function dayText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${weekdayNames[weekdayOf(date)].slice(0, 3)} ${Number(day)} ${months[Number(month) - 1]} ${year}`
}

/**
 * Returns the name of a zone that people use: its city, if no other zone has the name.
 *
 * @example placeName('Europe/Madrid') // 'Madrid'
 * @example placeName('Etc/GMT-1') // 'UTC+1'
 */
export function placeName(timeZone: string): string {
  const offset = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone)
  // The sign of these ids is reversed (POSIX).
  if (offset) return `UTC${offset[1] === '-' ? '+' : '-'}${offset[2]}`
  const city = (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ')
  const meaning = zoneMeaning(city)
  return meaning?.kind === 'place' && meaning.timeZone === timeZone ? city : timeZone
}

/** @example shortOffset('+05:30') // '+5:30' */
export function shortOffset(offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(offset) ?? []
  return `${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}
