import {isTimeZone} from '@touchpoints/calendar/time'

import {stringsOf} from '../reading/textsOf.ts'
import type {Rule} from './finding.ts'

/** A place for each offset of standard time, where many communities are. */
const places: Readonly<Record<number, string>> = {
  [-10]: 'Pacific/Honolulu',
  [-9]: 'America/Anchorage',
  [-8]: 'America/Los_Angeles',
  [-7]: 'America/Denver',
  [-6]: 'America/Chicago',
  [-5]: 'America/New_York',
  [-4]: 'America/Halifax',
  [-3]: 'America/Sao_Paulo',
  0: 'Europe/London',
  1: 'Europe/Berlin',
  2: 'Europe/Athens',
  3: 'Africa/Nairobi',
  4: 'Asia/Dubai',
  5: 'Asia/Karachi',
  6: 'Asia/Dhaka',
  7: 'Asia/Bangkok',
  8: 'Asia/Singapore',
  9: 'Asia/Tokyo',
  10: 'Australia/Sydney',
  12: 'Pacific/Auckland',
}

/**
 * Reports a time zone such as `Etc/GMT-1`. Its sign is reversed, so people mean the other one, and it has no
 * summer time.
 */
export const fixedOffsetRule = {
  code: 'fixed-offset-zone',
  check: (document) =>
    stringsOf(document).flatMap(({value, path}) => {
      const hours = path.at(-1) === 'timeZone' ? hoursAhead(value) : undefined
      if (hours === undefined || !isTimeZone(value)) return []
      const place = places[hours]
      const mirrored = places[-hours]
      const choice = place === undefined ? 'Choose a place.' : `Choose a place, such as ${place}.`
      const other =
        mirrored === undefined || hours === 0
          ? ''
          : ` If you mean ${utc(-hours)}, choose one such as ${mirrored}.`
      const message = `“${value}” is ${utc(hours)}: the sign of these names is reversed. It has no summer time either. ${choice}${other}`
      return [{level: 'warning' as const, path, message}]
    }),
} as const satisfies Rule

/** POSIX reverses the sign: `Etc/GMT-1` is one hour ahead of UTC. */
function hoursAhead(timeZone: string): number | undefined {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(timeZone) ?? []
  return hours === undefined ? undefined : Number(hours) * (sign === '-' ? 1 : -1)
}

function utc(hours: number): string {
  return hours === 0 ? 'UTC' : `UTC${hours > 0 ? '+' : '−'}${Math.abs(hours)}`
}
