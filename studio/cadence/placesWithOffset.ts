import {wallClock} from '@touchpoints/calendar/time'

/** Well-known places, so that each offset at which many people live has some. */
const places = [
  'Europe/London',
  'Europe/Lisbon',
  'Africa/Accra',
  'Europe/Berlin',
  'Europe/Madrid',
  'Africa/Lagos',
  'Europe/Athens',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Europe/Helsinki',
  'Asia/Jerusalem',
  'Europe/Istanbul',
  'Africa/Nairobi',
  'Asia/Riyadh',
  'Asia/Tehran',
  'Asia/Dubai',
  'Asia/Kabul',
  'Asia/Karachi',
  'Asia/Tashkent',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
  'Asia/Yangon',
  'Asia/Bangkok',
  'Asia/Jakarta',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Australia/Perth',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Pacific/Noumea',
  'Pacific/Auckland',
  'Pacific/Fiji',
  'Pacific/Tongatapu',
  'Atlantic/Azores',
  'Atlantic/South_Georgia',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'America/Santiago',
  'America/St_Johns',
  'America/Halifax',
  'America/Puerto_Rico',
  'America/New_York',
  'America/Toronto',
  'America/Bogota',
  'America/Lima',
  'America/Chicago',
  'America/Mexico_City',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Pago_Pago',
] as const

const maxPlaces = 6

/**
 * Returns places that have an offset in winter or in summer, those that have it now first. The home zone is
 * the first of all if it has the offset.
 *
 * @param offset - such as `+02:00`
 * @param options.home - IANA id
 * @param options.now - UTC instant
 * @example placesWithOffset('+02:00', {home: 'UTC', now: '2026-11-26T09:00:00Z'})[0] // 'Europe/Athens'
 */
export function placesWithOffset(
  offset: string,
  {home, now}: {home: string; now: string},
): string[] {
  const year = now.slice(0, 4)
  const has = (timeZone: string, instant: string) => wallClock(instant, timeZone).offset === offset
  const hasOnce = (timeZone: string) =>
    ['01', '07'].some((month) => has(timeZone, `${year}-${month}-15T12:00:00Z`))
  const isHome = (timeZone: string) => timeZone === home
  return [...new Set([home, ...places])]
    .filter((timeZone) => timeZone !== 'UTC' && !timeZone.startsWith('Etc/') && hasOnce(timeZone))
    .toSorted(
      (a, b) => Number(isHome(b)) - Number(isHome(a)) || Number(has(b, now)) - Number(has(a, now)),
    )
    .slice(0, maxPlaces)
}
