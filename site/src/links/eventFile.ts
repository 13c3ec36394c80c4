import type {SitePath} from '@touchpoints/calendar/links'

import {isStatic} from '../output.ts'
import {path} from './path.ts'

/**
 * Returns the path of the iCalendar file of an event that has no record of a session.
 *
 * @param id - of the event. It contains slashes, so the name of a file is a hash of it.
 */
export function eventFile(apiPath: SitePath, id: string, asFile: boolean = isStatic): SitePath {
  return asFile
    ? path`${apiPath}events/${fileName(id)}.ics`
    : path`${apiPath}calendar.ics?event=${id}`
}

/** Returns the name of an event's file: two 32-bit hashes, because templates are synchronous and run in browsers. */
export function fileName(id: string): string {
  return `${hash(id, 0x81_1c_9d_c5)}${hash(id, 0x01_00_01_93)}`
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
function hash(text: string, seed: number): string {
  let value = seed
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01_00_01_93)
  return (value >>> 0).toString(16).padStart(8, '0')
}
