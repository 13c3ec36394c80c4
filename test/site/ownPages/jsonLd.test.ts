import type {
  BreadcrumbList,
  CollectionPage,
  Organization,
  Person,
  VideoObject,
  WithContext,
} from 'schema-dts'
import {describe, expect, expectTypeOf, test} from 'vitest'

import {ownUrl} from '../../../calendar/links/index.ts'
import type {Guest, Recording} from '../../../loaders/index.ts'
import {
  type collectionJsonLd,
  type groupJsonLd,
  personJsonLd,
  trailJsonLd,
  videoJsonLd,
} from '../../../site/src/ownPages/head/jsonLd.ts'
import {path} from '../../../site/src/links/path.ts'

const url = ownUrl('https://example.org/meetings/people/ada/')
const ada: Guest = {
  _id: 'ada',
  _type: 'guest',
  updatedAt: '2026-01-01T00:00:00Z',
  name: 'Ada',
  slug: 'ada',
  role: null,
  organization: null,
  kind: null,
  bio: null,
  photo: null,
  links: [],
}
const talk: Recording = {
  _id: 'talk',
  _type: 'recording',
  updatedAt: '2026-01-01T00:00:00Z',
  title: 'Talk',
  slug: 'talk',
  availability: 'published',
  notRecordedReason: null,
  media: {youtubeId: 'Aj84quEIEug', playlistId: null, url: null},
  date: '2026-01-01',
  season: null,
  slides: null,
  discussion: null,
  touchpoint: null,
}

test('the types are assignable to those of schema-dts, which the compiler checks', () => {
  expectTypeOf<ReturnType<typeof trailJsonLd>>().toExtend<WithContext<BreadcrumbList>>()
  expectTypeOf<ReturnType<typeof collectionJsonLd>>().toExtend<WithContext<CollectionPage>>()
  expectTypeOf<ReturnType<typeof personJsonLd>>().toExtend<WithContext<Person>>()
  expectTypeOf<ReturnType<typeof groupJsonLd>>().toExtend<WithContext<Organization>>()
  expectTypeOf<NonNullable<ReturnType<typeof videoJsonLd>>>().toExtend<WithContext<VideoObject>>()
  expectTypeOf<ReturnType<typeof personJsonLd>>().not.toExtend<WithContext<VideoObject>>()
})

test('a person without a role, an organization and links has their name and page', () => {
  expect(personJsonLd(ada, url)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: 'Ada',
    url,
  })
})

test('the way to a page counts from 1, and its addresses are absolute', () => {
  const trail = [
    {title: 'Meetings', path: path`/meetings/`},
    {title: 'People', path: path`/meetings/people/`},
  ]
  expect(trailJsonLd(trail).itemListElement).toMatchObject([
    {position: 1, name: 'Meetings', item: 'http://localhost:4321/meetings/'},
    {position: 2, name: 'People', item: 'http://localhost:4321/meetings/people/'},
  ])
})

describe('a recording', () => {
  const options = {url, description: 'A talk'}

  test('on YouTube has a player and a thumbnail, which search engines require', () => {
    expect(videoJsonLd(talk, options)).toMatchObject({
      uploadDate: '2026-01-01',
      embedUrl: 'https://www.youtube-nocookie.com/embed/Aj84quEIEug',
      thumbnailUrl: 'https://i.ytimg.com/vi/Aj84quEIEug/hqdefault.jpg',
    })
  })

  test.each([
    ['is being edited', {availability: 'processing'}],
    ['was not made', {availability: 'notRecorded', media: null}],
    ['has no date', {date: null}],
    ['has no address', {media: null}],
  ] as const)('that %s is no video', (_, fields) => {
    expect(videoJsonLd({...talk, ...fields}, options)).toBeUndefined()
  })
})
