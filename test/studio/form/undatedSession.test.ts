import {expect, it} from 'vitest'

import {neededFields} from '../../../studio/form/neededFields.ts'
import {isUndated, undatedMarkers} from '../../../studio/form/undatedSession.ts'

const series = {_type: 'reference', _ref: 'series-on-demand'}
const begun = {title: 'To be announced', series, schedule: {_type: 'schedule', minutes: 60}}
const schedule = {...begun.schedule, start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid'}

it('is a session of a series that had no open date to fill in', () => {
  expect(isUndated(begun)).toBe(true)
  expect(isUndated({...begun, schedule})).toBe(false)
  expect(isUndated({title: 'Without a series'})).toBe(false)
})

it('needs a date and a slug at once, before Sanity validates the new document', () => {
  const fields = [
    {name: 'title'},
    {name: 'schedule', title: 'Schedule'},
    {name: 'slug', title: 'Slug'},
  ]
  const labels = (session: unknown) =>
    neededFields(undatedMarkers(session), fields, session, () => undefined).map(
      ({label, isWrong}) => [label, isWrong],
    )
  expect(labels(begun)).toEqual([
    ['Schedule', false],
    ['Slug', false],
  ])
  expect(labels({...begun, schedule, slug: {current: 'a'}})).toEqual([])
})
