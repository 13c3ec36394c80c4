import {describe, expect, test} from 'vitest'
import {ownCases, sharedFolder} from './caseFolders.ts'
import {compareCase} from './compareCase.ts'
import {runCases} from './runCases.ts'

describe('the project’s own cases: each kind of calendar has a few', () => {
  test.each(runCases(ownCases))('$name', ({differences}) => {
    expect(differences).toEqual([])
  })
})

const shared = sharedFolder(process.env, 'calendar-cases/cases')

/**
 * This case expects UTC for an unknown TZID. The other cases with an unknown TZID expect it to float, and
 * RFC 5545 section 3.2.19 gives a TZID no meaning without its VTIMEZONE. See docs/calendars.md.
 */
const disputed = 'khal__event_dtr_no_tz_exdatez'

describe.skipIf(shared === undefined)(
  'the shared cases (skipped because ../shared/calendar-cases is missing)',
  () => {
    test('all but the disputed one give the expected occurrences', () => {
      const failed = runCases(shared ?? ownCases).filter(({differences}) => differences.length > 0)
      expect(failed.map(({name}) => name)).toEqual([disputed])
    })
  },
)

test('the comparison reports missing, unexpected and repeated occurrences, so that the cases can fail', () => {
  const event =
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20240301T100000Z\nEND:VEVENT\nEND:VCALENDAR'
  const occurrence = {
    uid: 'a',
    start: '2024-03-01T10:00:00Z',
    end: '2024-03-01T10:00:00Z',
    allDay: false,
  }
  const window = {from: '2024-03-01T00:00:00Z', to: '2024-03-02T00:00:00Z'}
  const differ = (occurrences: (typeof occurrence)[]): number =>
    compareCase(event, {windows: [{...window, occurrences}]}).length
  expect(differ([occurrence])).toBe(0)
  expect(differ([])).toBe(1)
  expect(differ([occurrence, occurrence])).toBe(1)
  expect(differ([{...occurrence, start: '2024-03-01T11:00:00Z'}])).toBe(2)
})
