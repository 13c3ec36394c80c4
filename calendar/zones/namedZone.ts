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
 * 3.8.3.1) and Windows names (`Pacific Standard Time`, `(UTC+01:00) Amsterdam, Berlin, …`). Exchange
 * numbers a name that a file defines twice (`W. Europe Standard Time 1`). node-ical has the table of
 * Windows names.
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
  if (hostZone.test(tzid) || !windowsName.test(tzid)) return undefined
  const written = tzid.replace(/ \d$/, '')
  const name = nameByNodeIcal(written)
  return name === undefined || name === written ? undefined : ianaZone(name)
}

/**
 * The forms of Windows names: several words, or `UTC-11`. Abbreviations are not passed to node-ical. It
 * reads one as any of several zones, and throws for those that ICU knows and IANA does not (`PST`).
 */
const windowsName = /^(?:[\w()&,.:+'/-]+ [\w ()&,.:+'/-]{2,200}|UTC[+-]\d{1,2})$/

function nameByNodeIcal(tzid: string): string | undefined {
  const lines = [
    'BEGIN:VEVENT',
    'UID:event',
    `DTSTART;TZID="${tzid}":20240101T000000`,
    'END:VEVENT',
  ]
  try {
    const event = nodeIcal.sync.parseICS(lines.join('\n'))['event']
    return event?.type === 'VEVENT' ? event.start.tz : undefined
  } catch {
    return undefined
  }
}
