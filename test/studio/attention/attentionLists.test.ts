import {evaluate, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'

import {defaultTerms} from '../../../studio/community/readCommunity.ts'
import {attentionListsFor} from '../../../studio/attention/attentionLists.ts'
import {gaps} from '../../../studio/series/seriesGaps.ts'
import {yearsOf} from '../../../studio/structure/pastYears.ts'

const listsFor = (languages: string[]) => attentionListsFor({...defaultTerms, languages})
const now = new Date('2025-04-01T12:00:00Z')
const session = (id: string, start: string, fields: object = {}) => ({
  _id: id,
  _type: 'touchpoint',
  schedule: {start},
  status: 'planned',
  ...fields,
})
const complete = {guests: [{}], agenda: [{}], links: {join: 'https://meet.example.org'}}
const dataset = [
  session('bare', '2025-04-03T11:00:00Z'),
  session('linked-agenda', '2025-04-03T11:00:00Z', {
    ...complete,
    agenda: undefined,
    links: {agenda: 'x', join: 'y'},
  }),
  session('complete', '2025-04-10T11:00:00Z', complete),
  session('off', '2025-04-17T11:00:00Z', {status: 'cancelled'}),
  session('forgotten', '2025-03-20T12:00:00Z', complete),
  session('held', '2025-03-13T12:00:00Z', {status: 'held'}),
  session('held-recorded', '2025-03-06T12:00:00Z', {status: 'held'}),
  session('held-confidential', '2025-02-27T12:00:00Z', {status: 'held', chathamHouseRule: true}),
  session('held-unrecorded', '2025-02-20T12:00:00Z', {
    status: 'held',
    recordingPolicy: 'notRecorded',
  }),
  {_id: 'r1', _type: 'recording', availability: 'published', touchpoint: {_ref: 'held-recorded'}},
  {_id: 'r2', _type: 'recording', availability: 'processing', date: '2025-02-01'},
  {_id: 'r3', _type: 'recording', availability: 'processing', date: '2025-03-20'},
  {_id: 'r4', _type: 'recording', availability: 'published', date: '2024-01-01'},
]

describe('Needs attention', () => {
  it.each([
    ['no-guest', ['bare']],
    ['no-agenda', ['bare']],
    ['no-join-link', ['bare']],
    ['still-planned', ['forgotten']],
    ['no-recording', ['held']],
    ['processing', ['r2']],
  ])('lists in %s only documents that need attention', async (id, expected) => {
    const filter = listsFor(['en']).find((list) => list.id === id)?.filter ?? ''
    const tree = parse(`*[${filter}]._id`)
    const value = await evaluate(tree, {dataset, timestamp: now})
    expect(await value.get()).toEqual(expected)
  })
})

it('calls guests what the community calls them', () => {
  const speakers = {singular: 'speaker', plural: 'speakers'}
  const titles = attentionListsFor({guest: speakers, languages: []}).map(({title}) => title)
  expect(titles).toContain('Upcoming without speakers')
})

describe('Missing translations', () => {
  const spanish = [{_key: 'a', language: 'es', value: 'Reunión'}]
  const texts = [
    {_id: 'community', _type: 'community', description: 'Hi'},
    {_id: 'untranslated', _type: 'series', title: 'Weekly', lifecycle: 'active'},
    {_id: 'translated', _type: 'series', title: 'Weekly', titleTranslations: spanish},
    {_id: 'empty', _type: 'series', title: 'Weekly', titleTranslations: [{language: 'es'}]},
    {_id: 'ended', _type: 'series', title: 'Weekly', lifecycle: 'ended'},
    {_id: 'archived', _type: 'workingGroup', title: 'SIG', phase: 'archived'},
    {
      _id: 'group',
      _type: 'workingGroup',
      title: 'SIG',
      titleTranslations: spanish,
      description: 'x',
    },
    session('past', '2025-03-01T12:00:00Z', {title: 'Past'}),
    session('upcoming', '2025-05-01T12:00:00Z', {title: 'Upcoming'}),
    {_id: 'guest', _type: 'guest', name: 'Ada'},
    {
      _id: 'meetingsPage',
      _type: 'meetingsPage',
      sections: [{heading: 'A', headingTranslations: spanish}, {heading: 'B'}],
    },
  ]
  const idsFor = async (languages: string[], dataset: readonly object[] = texts) => {
    const list = listsFor(languages).find(({id}) => id === 'untranslated')
    if (!list) return undefined
    const {filter, params = {}} = list
    const tree = parse(`*[${filter}]._id`, {params})
    const value = await evaluate(tree, {dataset, timestamp: now, params})
    return await value.get()
  }

  it('lists what visitors of another language read in the default one, and nothing that is over', async () => {
    expect(await idsFor(['en', 'es'])).toEqual([
      'community',
      'untranslated',
      'empty',
      'group',
      'upcoming',
      'meetingsPage',
    ])
  })

  it('lists the words of the community without a translation, because pages use them', async () => {
    const list = listsFor(['en', 'es']).find(({id}) => id === 'untranslated')
    const {filter, params = {}} = list ?? {filter: 'false'}
    const communityWith = async (vocabulary: object) => {
      const dataset = [{_id: 'community', _type: 'community', vocabulary}]
      const tree = parse(`count(*[${filter}])`, {params})
      const value = await evaluate(tree, {dataset, timestamp: now, params})
      return await value.get()
    }
    const group = {singular: 'SIG', plural: 'SIGs'}
    const translations = [{language: 'es', singular: 'GIE', plural: 'GIE'}]
    expect(await communityWith({group})).toBe(1)
    expect(await communityWith({group: {...group, translations}})).toBe(0)
    expect(await communityWith({})).toBe(0)
  })

  it('lists a document with one of two translations', async () => {
    expect(await idsFor(['en', 'es', 'fr'])).toContain('translated')
  })

  it('counts a translation that is there twice once, so that the other language stays missing', async () => {
    const titleTranslations = [...spanish, ...spanish]
    const dataset = [
      {_id: 'twice', _type: 'guest'},
      {_id: 'a', _type: 'series', titleTranslations},
    ]
    const titled = dataset.map((each) => ({...each, title: 'Weekly'}))
    expect(await idsFor(['en', 'es', 'fr'], titled)).toEqual(['a'])
    expect(await idsFor(['en', 'es', 'es'], titled)).toEqual([])
  })

  it('has a condition that the lake can follow, with any number of languages', () => {
    const lengthFor = (languages: string[]) =>
      listsFor(languages).find(({id}) => id === 'untranslated')?.filter.length
    const length = lengthFor(['en', 'es', 'fr', 'de', 'ja', 'zh', 'ar'])
    expect(length).toBe(lengthFor(['en', 'es']))
    // The limit of a listener in lake/routes/listenRoutes.ts, with room for what the Studio adds.
    expect(length).toBeLessThan(7000)
  })

  it('is no list in a community with one language', async () => {
    expect(await idsFor(['en'])).toBeUndefined()
    expect(await idsFor([])).toBeUndefined()
  })
})

it('returns the open dates of all series, earliest first', () => {
  const cadence = {
    frequency: 'weekly',
    interval: 1,
    time: '12:00',
    timeZone: 'UTC',
    startDate: '2025-01-01',
  } as const
  const series = (id: string, day: 'MO' | 'TH') => ({
    id,
    title: id,
    slug: id,
    defaultLinks: {},
    needsSessions: true,
    sessions: [],
    cadence: {slots: [{...cadence, weekdays: [day]}], exceptions: [], breaks: []},
  })
  const openDates = gaps([series('a', 'MO'), series('b', 'TH')], now.toISOString())
  expect(openDates.slice(0, 3).map((gap) => `${gap.series.id} ${gap.start.slice(0, 10)}`)).toEqual([
    'b 2025-04-03',
    'a 2025-04-07',
    'b 2025-04-10',
  ])
})

it('returns the years with sessions, latest first', () => {
  expect(
    yearsOf(['2024-03-28T13:00:00Z', null, '2025-02-13T12:00:00Z', '2024-04-12T15:30:00Z']),
  ).toEqual(['2025', '2024'])
})
