import {expect, it} from 'vitest'

import type {Fields} from '../../../schemas/reading/index.ts'
import {readCadencePreview} from '../../../studio/cadence/readCadencePreview.ts'
import {readTime} from '../../../calendar/rhythm/index.ts'
import {toggleWeekday} from '../../../studio/cadence/slot.ts'
import {followingSlug} from '../../../studio/documents/followingSlug.ts'
import {meetingValue} from '../../../studio/templates/meetingOfGroup.ts'
import {datasetValidator} from '../../support/datasetValidator.ts'
import type {StoredDocument} from '../../support/readContent.ts'

// A Wednesday.
const now = '2026-01-07T10:00:00Z'
const options = {timeZone: 'Europe/Berlin', now}

/** Throws if the Studio would not let the editor publish the document. */
async function publish(document: StoredDocument, ...others: StoredDocument[]) {
  const {markers} = await datasetValidator([document, ...others])(document)
  expect(markers.filter(({level}) => level === 'error')).toEqual([])
}

it('a new group with one weekly call is made in under ten interactions', async () => {
  const interactions: string[] = []
  const act = <Result>(interaction: string, result: Result): Result => {
    interactions.push(interaction)
    return result
  }

  act('open the list of groups', undefined)
  act('press New group', undefined)
  const title = act('type the title', 'SIG Metrics')
  const group: StoredDocument = {
    _id: 'group-metrics',
    _type: 'workingGroup',
    phase: 'forming',
    title,
    slug: {
      _type: 'slug',
      current: followingSlug({before: {title: ''}, after: {title}, slug: undefined}),
    },
  }
  await act('press Publish', publish(group))
  const series: Fields = act(
    'press Add a meeting',
    meetingValue({id: group._id, title, published: true, meetings: 0}, options),
  )
  const [slot = {}] = slotsOf(series)
  const onTuesdays = {
    ...slot,
    ...act('press Tuesday', toggleWeekday(slot, 'TU', '2026-01-07')),
  }
  const complete = {...onTuesdays, time: act('type the time', readTime('4 pm'))}
  const cadence = {_type: 'cadence', slots: [complete]}
  const document = {...series, cadence, _id: 'series-metrics', _type: 'series'}
  await act('press Publish', publish(document, group))

  expect(interactions.length).toBeLessThan(10)
  const preview = readCadencePreview(cadence, {now, breaks: [], language: 'en'})
  expect(preview).toMatchObject({sentence: 'From 13 January 2026: every Tuesday at 16:00 (Berlin)'})
  const first = preview.kind === 'cadence' ? preview.dates[0] : undefined
  expect(first?.text).toBe('Tue 13 Jan 2026, 16:00 (15:00 UTC)')
})

it('a second meeting of a group has another title and slug, because slugs are unique', () => {
  const group = {id: 'g', title: 'SIG Metrics', published: true, meetings: 1}
  expect(meetingValue(group, options)).toMatchObject({
    title: 'SIG Metrics meeting 2',
    slug: {current: 'sig-metrics-meeting-2'},
  })
})

it('refers weakly to a group that is not published, because the Content Lake rejects a strong one', () => {
  const group = {id: 'g', title: 'SIG Metrics', published: false, meetings: 0}
  expect(meetingValue(group, options).group).toMatchObject({
    _ref: 'g',
    _weak: true,
    _strengthenOnPublish: {type: 'workingGroup'},
  })
})

it('leaves the slug of a title without Latin letters to the editor', () => {
  const group = {id: 'g', title: 'ドキュメント', published: true, meetings: 0}
  expect(meetingValue(group, options)).not.toHaveProperty('slug')
})

function slotsOf({cadence}: Fields): Fields[] {
  const slots: unknown = typeof cadence === 'object' && cadence && Reflect.get(cadence, 'slots')
  return Array.isArray(slots) ? slots : []
}
