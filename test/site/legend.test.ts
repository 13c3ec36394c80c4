import {expect, test} from 'vitest'

import {legend} from '../../site/src/calendar/legend.ts'
import {legendSheet} from '../../site/src/calendar/legendSheet.ts'
import {wordsIn} from '../../words/index.ts'
import type {Calendar} from '../../loaders/index.ts'
import {date} from './fakes.ts'

const words = wordsIn('en')
const {event} = date('2026-12-01T10:00:00Z')
const calendar: Calendar = {
  _id: 'own',
  _type: 'calendar',
  updatedAt: '2026-01-01T00:00:00Z',
  title: 'Own calendar',
  slug: 'own',
  organization: null,
  ownership: 'own',
  feedUrl: null,
  publicUrl: null,
  color: '#8a3b12',
  timeZone: null,
  enabled: true,
  titleFilters: [],
  nonPublicEvents: 'leave-out',
  mailAddresses: 'remove',
}

test('a community without calendars has no legend, because there is nothing to choose from', () => {
  expect(legend([], [event], words)).toEqual([])
  expect(legend([{...calendar, enabled: false}], [event], words)).toEqual([])
})

test('events in no feed have an entry before those of the calendars', () => {
  const entries = legend([calendar], [event], words)
  expect(entries.map(({title, count}) => [title, count])).toEqual([
    ['Only on this page', 1],
    ['Own calendar', 0],
  ])
})

test('a calendar without a checkbox is shown: the sheet hides only what a visitor unchecks', () => {
  const {text} = legendSheet([calendar])
  expect(text).toContain(`.calendar:not(:has([name='calendar'][value='unlisted']:not(:checked)))`)
  expect(text).not.toContain(`']:checked`)
})
