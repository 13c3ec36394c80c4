import {expect, test} from 'vitest'

import {nightHoursRule} from '../../../schemas/rules/nightHoursRule.ts'
import {at, community, findingsOf, refTo, thursdays} from './findingsOf.ts'

const check = (start: string, more = {}, others = [thursdays, community]) =>
  findingsOf(nightHoursRule, {series: refTo('thursdays'), schedule: at(start), ...more}, {others})

test('17:00 in London gets a warning, because it is midnight in a region of the series', () => {
  const [finding] = check('2025-05-27T16:00:00Z')
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'start']})
  expect(finding?.message).toContain('00:00 in APAC (Asia/Singapore)')
})

test('noon in London gets no warning, because it is daytime in both regions', () => {
  expect(check('2025-02-13T12:00:00Z')).toEqual([])
})

test('a session of an edition gets no warning, because its sessions divide the regions', () => {
  expect(check('2025-05-27T16:00:00Z', {edition: 'All Hands, spring 2025'})).toEqual([])
})

test('a community without regions, and no community at all, get no warning', () => {
  expect(check('2025-05-27T16:00:00Z', {}, [thursdays, {...community, regions: []}])).toEqual([])
  expect(check('2025-05-27T16:00:00Z', {}, [thursdays])).toEqual([])
})

test('the hours of the region decide, also those that end after midnight', () => {
  const amer = {...thursdays, regions: ['AMER']}
  expect(check('2025-02-13T12:30:00Z', {}, [amer, community])).toMatchObject([
    {message: expect.stringContaining('07:30 in AMER')},
  ])
  expect(check('2025-02-13T13:00:00Z', {}, [amer, community])).toEqual([])
  const late = [{code: 'AMER', timeZone: 'America/New_York', from: '18:00', to: '02:00'}]
  const night = [amer, {...community, regions: late}]
  expect(check('2025-02-13T06:30:00Z', {}, night)).toEqual([])
  expect(check('2025-02-13T07:00:00Z', {}, night)).toHaveLength(1)
})

test('slots that take turns divide the regions, as long as both run', () => {
  const slot = {
    frequency: 'weekly',
    interval: 2,
    weekdays: ['TH'],
    timeZone: 'Europe/London',
    startDate: '2025-01-02',
  }
  const evening = {...slot, _key: 'evening', time: '17:00'}
  const noon = {...slot, _key: 'noon', time: '12:00', startDate: '2025-01-09'}
  const start = '2025-02-13T17:00:00Z'
  const seriesWith = (...slots: object[]) => [{...thursdays, cadence: {slots}}, community]
  expect(check(start, {}, seriesWith(evening))).toHaveLength(1)
  expect(check(start, {}, seriesWith(evening, noon))).toEqual([])
  expect(check(start, {}, seriesWith(evening, {...noon, endDate: '2025-01-31'}))).toHaveLength(1)
  const changed = seriesWith(
    {...evening, endDate: '2025-02-28'},
    {...noon, startDate: '2025-03-01'},
  )
  expect(check(start, {}, changed)).toHaveLength(1)
  // Not at the time of a slot, so it takes nobody's turn.
  expect(check('2025-02-13T17:30:00Z', {}, seriesWith(evening, noon))).toHaveLength(1)
})
