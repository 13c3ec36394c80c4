import {Temporal} from 'temporal-polyfill'

/**
 * Returns the VTIMEZONE (RFC 5545 section 3.6.5) of an IANA zone, exact for a span of time. It has one
 * observance for each clock change in the zone data, and no rules. Published lists of components have
 * one rule for all years. Of the two that are maintained, both give Casablanca no summer time in any
 * year, and one lacks Europe/Kyiv.
 *
 * @param from - UTC instant from which times must be correct
 * @param to - UTC instant until which times must be correct
 */
export function vtimezone(zone: string, from: string, to: string): string {
  const end = Temporal.Instant.from(to)
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(zone)
  const observances: string[] = []
  let change = at.add({seconds: 1}).getTimeZoneTransition('previous')
  if (!change) observances.push(...observance('STANDARD', at.offset, at.offset, '19700101T000000'))
  change ??= at.getTimeZoneTransition('next')
  while (change && Temporal.Instant.compare(change.toInstant(), end) <= 0) {
    const before = change.subtract({nanoseconds: 1})
    const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
    const local = change.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
    observances.push(...observance(kind, before.offset, change.offset, compact(local)))
    at = change
    change = at.getTimeZoneTransition('next')
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE', ''].join('\r\n')
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', from: string, to: string, start: string) {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `END:${kind}`,
  ]
}

function compact(local: Temporal.PlainDateTime): string {
  return local.toString({smallestUnit: 'second'}).replaceAll(/[-:]/g, '')
}
