import nodeIcal from 'node-ical'
import {ianaZone} from './ianaZone.ts'
import type {Zone} from './zone.ts'

const known = new Map<string, Zone | undefined>()
const maxNames = 5000

/** Names that node-ical reads as the host's zone. Outlook uses them to mean "see the VTIMEZONE". */
const hostZone = /^(?:tzone:\/\/Microsoft\/|Customized Time Zone|\(no TZ description\))/i

/**
 * Returns the IANA zone for a TZID that is not an IANA name itself.
 *
 * It accepts globally unique names (`/freeassociation.sourceforge.net/Europe/Berlin`, RFC 5545 section
 * 3.8.3.1) and Windows names (`Pacific Standard Time`, `(UTC+01:00) Amsterdam, Berlin, …`). node-ical
 * has the table of Windows names.
 */
export function namedZone(tzid: string): Zone | undefined {
  if (known.has(tzid)) return known.get(tzid)
  if (known.size >= maxNames) known.clear()
  const zone = prefixedZone(tzid) ?? windowsZone(tzid)
  known.set(tzid, zone)
  return zone
}

function prefixedZone(tzid: string): Zone | undefined {
  const parts = tzid.split('/')
  // Try the longest ending first: America/Argentina/Buenos_Aires has three parts.
  for (const count of [3, 2, 1]) {
    if (parts.length <= count) continue
    const zone = ianaZone(parts.slice(-count).join('/'))
    if (zone) return zone
  }
  return undefined
}

function windowsZone(tzid: string): Zone | undefined {
  if (/^tzone:\/\/Microsoft\/Utc$/i.test(tzid)) return ianaZone('UTC')
  if (hostZone.test(tzid) || tzid.length > 200 || !/^[\w ()&,.:+'/-]+$/.test(tzid)) return undefined
  const lines = [
    'BEGIN:VEVENT',
    'UID:event',
    `DTSTART;TZID="${tzid}":20240101T000000`,
    'END:VEVENT',
  ]
  const event = nodeIcal.sync.parseICS(lines.join('\n'))['event']
  if (event?.type !== 'VEVENT') return undefined
  const name = event.start.tz
  return name === undefined || name === tzid ? undefined : ianaZone(name)
}
