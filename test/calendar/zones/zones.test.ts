import {describe, expect, test} from 'vitest'
import {parseContentLine} from '../../../calendar/text/contentLine.ts'
import {customZone} from '../../../calendar/zones/customZone.ts'
import {ianaZone} from '../../../calendar/zones/ianaZone.ts'
import {namedZone} from '../../../calendar/zones/namedZone.ts'
import type {ContentLine} from '../../../calendar/text/contentLine.ts'
import type {Zone} from '../../../calendar/zones/zone.ts'

/** Returns the instant of a local time. */
function instant(zone: Zone | undefined, local: string): string | undefined {
  return zone && new Date(zone.toInstant(Date.parse(`${local}Z`))).toISOString().slice(0, 16)
}

function lines(...texts: string[]): ContentLine[] {
  return texts.flatMap((text) => parseContentLine(text, 1) ?? [])
}

describe('ianaZone', () => {
  test.each([
    ['2024-07-01T12:00', '2024-07-01T10:00'],
    ['2024-01-01T12:00', '2024-01-01T11:00'],
    // Skipped on the last Sunday of March, repeated on that of October (section 3.3.5).
    ['2024-03-31T02:30', '2024-03-31T01:30'],
    ['2024-10-27T02:30', '2024-10-27T00:30'],
    ['1900-01-01T12:00', '1900-01-01T11:00'],
    ['1000-01-01T12:00', '1000-01-01T11:06'],
    ['2500-07-01T12:00', '2500-07-01T10:00'],
    // The last Sunday of March 2412, a leap year like 2096's cycle.
    ['2412-03-25T01:59', '2412-03-25T00:59'],
    ['2412-03-25T03:00', '2412-03-25T01:00'],
  ])('%s in Berlin is %s', (local, utc) => {
    expect(instant(ianaZone('Europe/Berlin'), local)).toBe(utc)
  })

  test('converts back and forth consistently around every change of offset', () => {
    const zone = ianaZone('America/New_York')
    for (let hour = 0; hour < 366 * 24; hour++) {
      const at = Date.UTC(2024, 0, 1, hour)
      const wall = zone?.toWall(at) ?? 0
      // A repeated hour is read as the first one, so it may be one hour early but never more.
      expect([0, 3_600_000]).toContain(at - (zone?.toInstant(wall) ?? 0))
    }
  })

  test.each(['', 'Nowhere', '+02:00', '__proto__', 'Europe/Berlin '])(
    'returns undefined for "%s", which is not a zone',
    (name) => {
      expect(ianaZone(name)).toBeUndefined()
    },
  )
})

describe('namedZone', () => {
  test.each([
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['/vendor/2024/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('%s is resolved to %s', (name, id) => {
    expect(namedZone(name)?.id).toBe(id)
  })

  test('UTC-11 and the like are names of Windows', () => {
    expect(namedZone('UTC-11')?.id).toBe('Etc/GMT+11')
    expect(namedZone('UTC+12')?.id).toBe('Etc/GMT-12')
  })

  test.each(['Customized Time Zone', 'tzone://Microsoft/Custom', 'Nowhere', 'A"B', '\n'])(
    'does not read "%s" as the zone of the host, as node-ical would',
    (name) => {
      expect(namedZone(name)).toBeUndefined()
    },
  )
})

describe('customZone', () => {
  const standard = lines(
    'DTSTART:16010101T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
  )
  const daylight = lines(
    'DTSTART:16010101T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
  )

  test.each([
    '1995-01-15T12:00',
    '2024-03-31T01:59',
    '2024-03-31T03:00',
    '2024-07-01T12:00',
    '2024-10-27T02:30',
    '2090-07-01T12:00',
  ])('has the same offset at %s as the IANA zone with the same rules', (local) => {
    const same = ianaZone('Europe/Berlin')
    expect(instant(customZone([standard, daylight], undefined), local)).toBe(instant(same, local))
  })

  test('keeps the last offset of rules that have ended', () => {
    const ended = lines(
      'DTSTART:19800406T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=19850101T000000Z',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0300',
    )
    expect(instant(customZone([ended], undefined), '2024-01-01T12:00')).toBe('2024-01-01T09:00')
  })

  test('uses the first TZOFFSETFROM before its first onset, and RDATEs as onsets', () => {
    const zone = customZone(
      [
        lines(
          'DTSTART:20200101T000000',
          'RDATE:20220101T000000',
          'TZOFFSETFROM:-0330',
          'TZOFFSETTO:+0545',
        ),
      ],
      undefined,
    )
    expect(instant(zone, '2019-01-01T12:00')).toBe('2019-01-01T15:30')
    expect(instant(zone, '2023-01-01T12:00')).toBe('2023-01-01T06:15')
  })

  test('is undefined without a start and an offset', () => {
    expect(
      customZone(
        [lines('TZOFFSETTO:+0100'), lines('DTSTART:19700101T000000', 'TZOFFSETTO:soon')],
        undefined,
      ),
    ).toBeUndefined()
  })
})
