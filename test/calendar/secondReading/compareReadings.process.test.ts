import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  compareReadings,
  readWithNodeIcal,
  type ReadingDifference,
} from '@touchpoints/calendar/second-reading'
import {describe, expect, test} from 'vitest'

import {expectedCase} from '../../conformance/compareCase.ts'
import {ownCases} from '../../conformance/caseFolders.ts'

const march = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}

function calendarOf(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')
}

function eventOf(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:Board', ...lines, 'END:VEVENT']
}

async function differencesOf(text: string, window = march): Promise<ReadingDifference[]> {
  const comparison = await compareReadings(text, window)
  if (comparison.state !== 'compared') throw new Error(comparison.message)
  return comparison.differences
}

/** The kinds of difference in each case of the project. In a case with none, both readings agree. */
const cases: [name: string, kinds: string[]][] = [
  ['all_day', []],
  ['durations', ['end: clock-change']],
  ['exdates', ['extra: excluded-date', 'missing: excluded-date']],
  ['floating', []],
  ['gap_and_fold', ['extra: unknown', 'missing: clock-change', 'time: clock-change']],
  ['long_events', []],
  ['lower_case_and_folds', ['missing: lower-case']],
  ['no_uid', []],
  ['orphans', ['extra: change-alone']],
  ['overrides', []],
  ['own_zone', ['time: unknown-zone']],
  ['prefixed_zone', ['time: unknown-zone']],
  ['rdates', ['missing: added-dates']],
  ['same_uid', []],
  ['several_calendars', ['missing: several-calendars']],
  ['several_rules', []],
  ['sub_daily', []],
  ['this_and_future', ['time: following-dates']],
  ['unknown_zone', []],
  ['until_forms', []],
  ['weekly_over_dst', []],
  ['windows_zone', []],
  ['wr_timezone', ['time: zone-of-calendar']],
  ['zone_after_event', ['time: unknown-zone']],
]

describe('the cases that our parser is tested with, in both readings', () => {
  test.each(cases)('%s: %j', async (name, kinds) => {
    const read = (ending: string) => readFileSync(join(ownCases, `${name}.${ending}`), 'utf8')
    const {windows} = expectedCase.parse(JSON.parse(read('expected.json')))
    const [window = march] = windows
    const found = (await differencesOf(read('ics'), window)).map(
      ({kind, cause}) => `${kind}: ${cause ?? 'unknown'}`,
    )
    expect([...new Set(found)].sort()).toEqual(kinds)
  })
})

describe('a difference says what other sites show, and why', () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Club', 'BEGIN:STANDARD', 'DTSTART:19700101T000000']
  const club = [...zone, 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE']

  test('a zone that only the file defines', async () => {
    const text = calendarOf(...club, ...eventOf('DTSTART;TZID=Club:20240304T130000'))
    expect((await differencesOf(text)).map(({message}) => message)).toEqual([
      'node-ical, which many sites use, shows “Board” on 2024-03-04 at 13:00 local time instead of on 2024-03-04 at 10:00 UTC: it does not know the time zone “Club”.',
    ])
  })

  test('a time without a zone, in a file that has a zone for other events and one for the calendar', async () => {
    const london = club.join('\n').replaceAll('Club', 'Europe/London').split('\n')
    const own = 'X-WR-TIMEZONE:America/Chicago'
    const text = calendarOf(own, ...london, ...eventOf('DTSTART:20240304T130000'))
    expect(await differencesOf(text)).toMatchObject([{kind: 'time', cause: 'zone-of-file'}])
    const floating = calendarOf(...london, ...eventOf('DTSTART:20240304T130000'))
    expect(await differencesOf(floating)).toMatchObject([{kind: 'time', cause: 'zone-of-file'}])
  })

  test('a meeting that is cancelled in its title', async () => {
    const text = calendarOf(
      ...eventOf('DTSTART:20240304T100000Z').with(2, 'SUMMARY:Canceled: Board'),
    )
    expect((await differencesOf(text)).map(({message}) => message)).toEqual([
      'node-ical, which many sites use, shows “Board” on 2024-03-04 at 10:00 UTC as confirmed instead of cancelled: it reads neither METHOD:CANCEL nor the mark in the title.',
    ])
  })

  test('without characters that a terminal would run, and on one line', async () => {
    const title = 'SUMMARY:Bo\u001B[31mard\\nof us'
    const text = calendarOf(...club, ...eventOf('DTSTART;TZID=Club:20240304T130000').with(2, title))
    const [difference] = await differencesOf(text)
    expect(difference?.message).toContain('“Bo[31mard of us”')
  })

  test('a moved date is one difference, although it left the window', async () => {
    const text = calendarOf(
      ...eventOf('DTSTART:20240325T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'),
      ...eventOf('RECURRENCE-ID;RANGE=THISANDFUTURE:20240325T100000Z', 'DTSTART:20240326T100000Z'),
    )
    expect(
      await differencesOf(text, {
        ...march,
        from: '2024-04-01T00:00:00Z',
        to: '2024-04-02T00:00:00Z',
      }),
    ).toMatchObject([{kind: 'time', cause: 'following-dates', start: '2024-04-02T10:00:00Z'}])
  })
})

describe('a feed cannot cost more than the limits', () => {
  test('time: the process is ended, also before it has started', async () => {
    const text = calendarOf(...eventOf('DTSTART:20240301T100000Z'))
    const reading = await readWithNodeIcal(text, march, {limits: {time: 1}})
    expect(reading).toMatchObject({state: 'failed', fault: 'deadline-exceeded'})
  })

  test('memory: the process ends itself', async () => {
    const events = Array.from({length: 20_000}, (_, index) =>
      eventOf('DTSTART:20240301T100000Z').with(1, `UID:${index}`),
    )
    const limits = {memory: 8, time: 60_000}
    const reading = await readWithNodeIcal(calendarOf(...events.flat()), march, {limits})
    expect(reading).toMatchObject({state: 'failed', fault: 'crash'})
  })

  test('number: more occurrences are a failure, because the rest would look missing', async () => {
    const text = calendarOf(...eventOf('DTSTART:20240301T000000Z', 'RRULE:FREQ=DAILY'))
    const options = {limits: {occurrences: 5}}
    expect(await readWithNodeIcal(text, march, options)).toMatchObject({fault: 'too-expensive'})
    expect(await compareReadings(text, march, options)).toMatchObject({state: 'skipped'})
  })

  test.each([
    ['characters', {characters: 40}],
    ['events', {components: 0}],
  ])('size: %s', async (_name, limits) => {
    const text = calendarOf(...eventOf('DTSTART:20240301T000000Z'))
    expect(await readWithNodeIcal(text, march, {limits})).toMatchObject({fault: 'too-large'})
  })

  test('differences: the rest is counted', async () => {
    const text = calendarOf(
      ...eventOf(
        'DTSTART;TZID=Nowhere/Town:20240301T120000',
        'RDATE:20240302T120000Z,20240303T120000Z',
      ),
    )
    const comparison = await compareReadings(text, march, {limits: {differences: 1}})
    expect(comparison).toMatchObject({differences: [{cause: 'added-dates'}], omitted: 1})
  })
})

test('a calendar that makes node-ical throw is unreadable there, and our reading has its events', async () => {
  const text = calendarOf(...eventOf('DTSTART:20240301T100000Z', 'DTSTART:20240302T100000Z'))
  expect(await compareReadings(text, march)).toEqual({
    state: 'unreadable',
    message: expect.stringMatching(/^node-ical cannot read the calendar: duplicate DTSTART/),
  })
})

test('an event that makes node-ical throw is a difference of that event only', async () => {
  const broken = eventOf('DTSTART:20240304T100000Z', 'DTEND:nonsense', 'RRULE:FREQ=WEEKLY;COUNT=2')
  const text = calendarOf(...broken, ...eventOf('DTSTART:20240304T100000Z').with(1, 'UID:b'))
  const differences = await differencesOf(text)
  expect(differences.map(({uid, cause}) => `${uid} ${cause}`)).toEqual([
    'a refused-event',
    'a refused-event',
  ])
})

test('a web page has no occurrences, as in our reading', async () => {
  expect(await compareReadings('<html>', march)).toMatchObject({occurrences: 0, differences: []})
})

test('a misspelled limit and an inverted window throw, because they are mistakes of the caller', async () => {
  const text = calendarOf()
  const misspelled: object = {times: 1}
  await expect(readWithNodeIcal(text, march, {limits: misspelled})).rejects.toThrow('"time"')
  await expect(readWithNodeIcal(text, {from: march.to, to: march.from})).rejects.toThrow(RangeError)
})
