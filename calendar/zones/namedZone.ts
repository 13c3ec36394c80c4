import {ianaZone} from './ianaZone.ts'
import {windowsZones} from './windowsZones.ts'
import type {Zone} from './zone.ts'

const known = new Map<string, Zone | undefined>()
const maxNames = 5000

/** Names without a zone. Outlook uses them to mean "see the VTIMEZONE". */
const placeholder = /^(?:tzone:\/\/Microsoft\/|Customized Time Zone|\(no TZ description\))/i

/**
 * Returns the IANA zone for a TZID that is not an IANA name itself.
 *
 * It accepts globally unique names (`/freeassociation.sourceforge.net/Europe/Berlin`, RFC 5545 section
 * 3.8.3.1) and Windows names (`Pacific Standard Time`, `(UTC+01:00) Amsterdam, Berlin, …`). Exchange
 * numbers a name that a file defines twice (`W. Europe Standard Time 1`).
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
  if (placeholder.test(tzid) || !windowsName.test(tzid)) return undefined
  const name = tzid.replace(/ \d$/, '')
  // A program may send only a part of a name with several cities.
  const labels = [name, ...(name.includes(',') ? name.split(',') : [])]
  for (const label of labels) {
    const id = zoneByLabel.get(normalLabel(label))
    if (id !== undefined) return ianaZone(id)
  }
  return undefined
}

/** The forms of Windows names: several words, or `UTC-11`. An abbreviation is one of several zones. */
const windowsName = /^(?:[\w()&,.:+'/-]+ [\w ()&,.:+'/-]{2,200}|UTC[+-]\d{1,2})$/

/**
 * The IANA zone of each Windows name, and of the parts of a name for people: without the offset, and each of
 * its cities. If two names have the same part, the first is used.
 */
const zoneByLabel: ReadonlyMap<string, string> = labelIndex()

function labelIndex(): Map<string, string> {
  const index = new Map<string, string>()
  const add = (label: string, id: string) => {
    const normal = normalLabel(label)
    if (!index.has(normal)) index.set(normal, id)
  }
  for (const [name, id] of Object.entries(windowsZones)) {
    add(name, id)
    const cities = name.replace(/^\((?:utc|gmt)[^)]*\)\s*/i, '')
    if (cities === name) continue
    add(cities, id)
    if (cities.includes(',')) cities.split(',').forEach((city) => add(city, id))
  }
  return index
}

function normalLabel(label: string): string {
  return label.replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
