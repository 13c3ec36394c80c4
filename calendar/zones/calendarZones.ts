import {customZone} from './customZone.ts'
import {isShortened} from './isShortened.ts'
import {ianaZone} from './ianaZone.ts'
import {namedZone} from './namedZone.ts'
import {utc} from './zone.ts'
import type {ZoneLookup} from '../occurrences/moment.ts'
import type {ProblemList} from '../problemList.ts'
import type {ScannedCalendar, ScannedZone} from '../text/scan.ts'
import type {Zone} from './zone.ts'

/**
 * Resolves the TZIDs of one VCALENDAR.
 *
 * The first match is used:
 * - An IANA name of a place (`Europe/Berlin`). It comes first, because exporters shorten VTIMEZONEs to
 *   this year's rules.
 * - The VTIMEZONE with that name (RFC 5545 section 3.2.19). It decides what a short name means: a file
 *   can define `GMT` with summer time. A shortened VTIMEZONE under a Windows name yields to that zone.
 * - An IANA name that is not a place (`CET`).
 * - Another name for an IANA zone: a Windows name, or one with a vendor's prefix.
 *
 * If nothing matches, the zone is unknown and its times float.
 */
export class CalendarZones implements ZoneLookup {
  readonly utc = utc
  readonly ofFloating: Zone | undefined
  readonly #own = new Map<string, ScannedZone>()
  readonly #resolved = new Map<string, Zone | undefined>()
  readonly #problems: ProblemList

  /** @param others - Zones of the file's other VCALENDARs, used when this one does not define the zone. */
  constructor(calendar: ScannedCalendar, others: readonly ScannedZone[], problems: ProblemList) {
    this.#problems = problems
    for (const zone of [...others, ...calendar.zones]) this.#own.set(zone.tzid, zone)
    const line = calendar.properties.find((property) => property.name === 'X-WR-TIMEZONE')
    const name = line?.value.trim() ?? ''
    this.ofFloating = name === '' ? undefined : this.#calendarZone(name, line?.line)
  }

  /** Only an IANA name is a zone here: no VTIMEZONE belongs to X-WR-TIMEZONE. */
  #calendarZone(name: string, line: number | undefined): Zone | undefined {
    const zone = ianaZone(name)
    if (zone) return zone
    this.#problems.add({
      code: 'unknown-time-zone',
      ...(line !== undefined && {line}),
      message: `X-WR-TIMEZONE is "${name.slice(0, 80)}", which is not in the IANA database. It is ignored, so times without a zone stay without one. Use a name such as Europe/Berlin.`,
    })
    return undefined
  }

  find(tzid: string, line: number): Zone | undefined {
    if (this.#resolved.has(tzid)) return this.#resolved.get(tzid)
    const zone =
      (isPlace(tzid) ? ianaZone(tzid) : undefined) ??
      this.#customZone(tzid) ??
      ianaZone(tzid) ??
      namedZone(tzid)
    this.#resolved.set(tzid, zone)
    if (!zone) {
      this.#problems.add({
        code: 'unknown-time-zone',
        line,
        message: `The time zone "${tzid.slice(0, 80)}" is not in the IANA database, and the calendar does not define it. Its times are shown as local times without a zone. Use a name such as Europe/Berlin.`,
      })
    }
    return zone
  }

  #customZone(tzid: string): Zone | undefined {
    const own = this.#own.get(tzid)
    if (!own) return undefined
    const location = own.location === undefined ? undefined : ianaZone(own.location)
    const named = namedZone(tzid)
    if (named && isShortened(own.observances, named)) return named
    return customZone(own.observances, (location ?? named)?.id)
  }
}

/** Names of places in the IANA database have an area before the slash. */
function isPlace(tzid: string): boolean {
  return tzid.includes('/')
}
