import {placeName} from '@touchpoints/calendar/rhythm'

/**
 * Returns words of a moment that `readMoment` reads, with the city of a zone if it has one.
 *
 * @param timeZone - IANA id, such as that of the community's home zone
 * @example momentExample('Europe/Lisbon') // 'next Thu 6 pm Lisbon'
 */
export function momentExample(timeZone: string): string {
  const place = placeName(timeZone)
  // "UTC" is no city, and the name of a zone such as America/Argentina/Ushuaia is none that people write.
  return ['next Thu 6 pm', ...(/^UTC|\//.test(place) ? [] : [place])].join(' ')
}
