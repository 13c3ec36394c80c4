import {expect, it} from 'vitest'

import {
  type PreviewOptions,
  readCadencePreview,
} from '../../../studio/cadence/readCadencePreview.ts'

const thursdays = {
  _key: 'a',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-02-13',
}
const options: PreviewOptions = {now: '2025-03-15T00:00:00Z', breaks: [], language: 'en'}

function datesOf(value: unknown, more: Partial<PreviewOptions> = {}) {
  const preview = readCadencePreview(value, {...options, ...more})
  return preview.kind === 'cadence' ? preview.dates : []
}

it('returns the sentence and the next dates, with a UTC time that changes with the clocks', () => {
  const preview = readCadencePreview({slots: [thursdays]}, options)
  expect(preview).toMatchObject({kind: 'cadence', sentence: 'Every Thursday at 12:00 (London)'})
  const texts = datesOf({slots: [thursdays]}).map(({text}) => text)
  expect(texts).toHaveLength(6)
  expect(texts[1]).toBe('Thu 27 Mar 2025, 12:00 (12:00 UTC)')
  expect(texts[2]).toBe('Thu 3 Apr 2025, 12:00 (11:00 UTC)')
})

it('writes the sentence in the language of the community, because visitors read that one', () => {
  expect(readCadencePreview({slots: [thursdays]}, {...options, language: 'es'})).toMatchObject({
    sentence: expect.stringContaining('jueves'),
  })
})

it('keeps a skipped date with its reason, so that it can be restored', () => {
  const exceptions = [{kind: 'skipped', date: '2025-03-27', reason: 'Summit week'}]
  expect(datesOf({slots: [thursdays], exceptions})[1]).toMatchObject({
    given: {date: '2025-03-27', time: '12:00', timeZone: 'Europe/London'},
    change: {kind: 'skipped', text: 'Canceled: Summit week'},
  })
})

it('names the date that a moved one had, because an exception belongs to that date', () => {
  const exceptions = [{kind: 'moved', date: '2025-03-27', toDate: '2025-03-28', toTime: '15:00'}]
  expect(datesOf({slots: [thursdays], exceptions})[1]).toMatchObject({
    text: 'Fri 28 Mar 2025, 15:00 (15:00 UTC)',
    given: {date: '2025-03-27', time: '12:00'},
    change: {kind: 'moved', text: 'Moved from Thu 27 Mar 2025, 12:00 (12:00 UTC)'},
  })
})

it('leaves out the dates in a break of the community, because nothing meets then', () => {
  const breaks = [{from: '2025-03-20', to: '2025-03-31'}]
  expect(datesOf({slots: [thursdays]}, {breaks})[0]?.given.date).toBe('2025-04-03')
})

it('leaves out a break without both dates, because an editor is still typing it', () => {
  const value = {slots: [thursdays], breaks: [{_key: 'b', from: '2025-03-20'}]}
  expect(datesOf(value)).toHaveLength(6)
})

it('says that another slot has the same date, so that an exception names its time', () => {
  const later = {...thursdays, _key: 'b', time: '17:00'}
  expect(datesOf({slots: [thursdays, later]})[0]?.shared).toBe(true)
  expect(datesOf({slots: [thursdays]})[0]?.shared).toBe(false)
})

it('returns no dates if the cadence has ended', () => {
  const over = {...thursdays, endDate: '2025-07-03'}
  expect(datesOf({slots: [over]}, {now: '2026-01-01T00:00:00Z'})).toEqual([])
})

it.each([undefined, null, {}, {slots: []}])('is empty for %j, which meets on demand', (value) => {
  expect(readCadencePreview(value, options)).toEqual({kind: 'empty'})
})

it.each([
  [{weekdays: [], time: undefined}, 'Select a weekday and enter the time'],
  [{time: undefined}, 'Enter the time'],
  [{timeZone: undefined}, 'Enter the time zone'],
  [{startDate: undefined}, 'Enter the start date'],
  [{time: 'noonish'}, 'wrong format'],
  [{endDate: '2024-01-01'}, 'before the start date'],
])('says what is missing or wrong in %j', (fields, message) => {
  expect(readCadencePreview({slots: [{...thursdays, ...fields}]}, options)).toMatchObject({
    kind: 'incomplete',
    message: expect.stringContaining(message),
  })
})
