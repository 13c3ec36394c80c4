import {customZone} from './customZone.ts'
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
 * - An IANA name.
 * - The VTIMEZONE with that name (RFC 5545 section 3.2.19).
 * - Another name for an IANA zone: a Windows name, or one with a vendor's prefix.
 *
 * If nothing matches, the zone is unknown and its times float. An IANA name takes precedence over its
 * VTIMEZONE, because exporters shorten VTIMEZONEs to this year's rules.
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
    this.ofFloating =
      line && line.value.trim() !== '' ? this.find(line.value.trim(), line.line) : undefined
  }

  find(tzid: string, line: number): Zone | undefined {
    if (this.#resolved.has(tzid)) return this.#resolved.get(tzid)
    const zone = ianaZone(tzid) ?? this.#customZone(tzid) ?? namedZone(tzid)
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
    const shown =
      (own.location === undefined ? undefined : ianaZone(own.location)) ?? namedZone(tzid)
    return customZone(own.observances, shown?.id)
  }
}
