import {path} from '../../../site/src/links/path.ts'
import {describe, expect, test} from 'vitest'

import {slugsOfNames} from '../../../site/src/ownPages/topics/topics.ts'
import {isFilterValue} from '../../../site/src/whatsOn/filterNames.ts'
import {filterChoices, filterMeetings} from '../../../site/src/whatsOn/filters.ts'
import {readFilters} from '../../../site/src/whatsOn/readFilters.ts'
import {filterUrl} from '../../../site/src/whatsOn/filterUrl.ts'
import type {Upcoming} from '../../../site/src/whatsOn/upcomingMeetings.ts'
import {date} from '../fakes.ts'

function meeting(start: string, values: Partial<Upcoming['published']>): Upcoming {
  const {event, published} = date(start)
  return {event, published: {...published, ...values}}
}

const docs = {id: 'docs', title: 'Docs', slug: 'docs'}
const meetings = [
  meeting('2026-12-01T10:00:00Z', {workingGroup: docs, topics: ['Open hours'], regions: ['EMEA']}),
  meeting('2026-12-02T10:00:00Z', {workingGroup: docs, topics: ['Q&A', 'C']}),
  meeting('2026-12-03T10:00:00Z', {topics: ['Q&A', 'C++'], regions: ['APAC']}),
]
const documents = {
  workingGroups: [docs, {slug: 'quiet', title: 'Quiet group'}],
  series: [],
  calendars: [],
  topicSlugs: slugsOfNames([], ['Open hours', 'Q&A', 'C', 'C++']),
}
const choices = filterChoices(meetings, documents, 'en')
const startsOf = (query: string) => {
  const result = filterMeetings(
    meetings,
    documents,
    choices,
    readFilters(new URLSearchParams(query)),
  )
  return {...result, meetings: result.meetings.map(({event}) => event.start.slice(8, 10))}
}

describe('the filters of the list', () => {
  test('offer each value once, with the number of its meetings', () => {
    expect(choices.topic).toEqual([
      {value: 'c', title: 'C', count: 1},
      {value: 'c-f1deb7', title: 'C++', count: 1},
      {value: 'open-hours', title: 'Open hours', count: 1},
      {value: 'q-a', title: 'Q&A', count: 2},
    ])
  })

  test('name a series with its group, because two chapters can have a "Chapter evening"', () => {
    const evening = (slug: string, title: string) => ({
      slug,
      title: 'Chapter evening',
      group: {title},
    })
    const series = [evening('lisbon', 'Lisbon'), evening('cairo', 'Cairo')]
    const offered = filterChoices([], {...documents, series}, 'en').series
    expect(offered.map(({title}) => title)).toEqual([
      'Cairo · Chapter evening',
      'Lisbon · Chapter evening',
    ])
  })

  test('choose the meetings that match all of them', () => {
    expect(startsOf('group=docs').meetings).toEqual(['01', '02'])
    expect(startsOf('group=docs&topic=q-a').meetings).toEqual(['02'])
    expect(startsOf('region=apac').meetings).toEqual(['03'])
  })

  test('separate two topics with names that differ in signs only', () => {
    expect(startsOf('topic=c').meetings).toEqual(['02'])
    expect(startsOf('topic=c-f1deb7').meetings).toEqual(['03'])
  })

  test('know a group that does not meet, because its name is right and its list is empty', () => {
    expect(startsOf('group=quiet')).toMatchObject({meetings: [], unknown: []})
  })

  test('report a value that nothing has and show all, so that an old link still works', () => {
    expect(startsOf('group=gone')).toMatchObject({
      meetings: ['01', '02', '03'],
      active: [],
      unknown: ['gone'],
    })
    expect(startsOf('group=gone&topic=q-a').meetings).toEqual(['02', '03'])
  })

  test('ignore an empty value, which the form sends for "All"', () => {
    expect(startsOf('group=&topic=q-a')).toMatchObject({meetings: ['02', '03'], unknown: []})
  })
})

test('a value of a filter is a slug, so that a made-up address is no page of its own', () => {
  expect(['docs', 'q-a', '相談会', 'emea'].map(isFilterValue)).toEqual([true, true, true, true])
  expect(['', 'a b', '<b>', '-a', 'a--b', '../a', 'a'.repeat(97)].map(isFilterValue)).toEqual(
    Array.from({length: 7}, () => false),
  )
})

test('the address of a filtered list has its parameters in one order, and keeps the zone', () => {
  const page = path`/meetings/`
  expect(filterUrl(page, {topic: 'q-a', group: 'docs'}, 'Asia/Tokyo')).toBe(
    '/meetings/?group=docs&topic=q-a&zone=Asia/Tokyo',
  )
  expect(filterUrl(page, {topic: undefined})).toBe('/meetings/')
})
