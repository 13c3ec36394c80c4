import {expect, test} from 'vitest'

import {defaultPagePath} from '../../../schemas/defaultPagePath.ts'
import {documentTypeNames, type DocumentTypeName} from '../../../schemas/registry/index.ts'
import {locations} from '../../../studio/presentation/locations.ts'

function hrefs(name: DocumentTypeName, stored: {name?: string; slug?: string}): string[] {
  const location = locations[name]
  const shown = 'resolve' in location ? location.resolve(stored) : location
  return shown?.locations?.map(({href}) => href) ?? []
}

test.each(documentTypeNames)(
  'a %s has a location on the site, so that an editor can open it',
  (name) => {
    const links = hrefs(name, {name: 'Spring', slug: 'spring'})
    expect(links).not.toEqual([])
    expect(links.filter((href) => !href.startsWith(defaultPagePath))).toEqual([])
  },
)

test.each([
  ['touchpoint', ''],
  ['series', 'series/'],
  ['guest', 'people/'],
  ['workingGroup', 'groups/'],
  ['recording', 'recordings/'],
] as const)('the first location of a %s with a slug is its own page', (type, folder) => {
  expect(hrefs(type, {name: 'Spring', slug: 'spring'})[0]).toBe(
    `${defaultPagePath}${folder}spring/`,
  )
})

test('an empty document has no location, because "Used on one page" would be false', () => {
  const withPages = [
    'touchpoint',
    'series',
    'guest',
    'workingGroup',
    'recording',
    'organization',
  ] as const
  expect(withPages.flatMap((type) => hrefs(type, {}))).toEqual([])
})

test('an empty document is not marked as a mistake, because nobody has typed anything yet', () => {
  const {touchpoint, organization} = locations
  expect([touchpoint, organization].map(shownFor)).toEqual([
    {message: 'No page shows this document yet: it has no slug.'},
    {message: 'No page shows this document yet: it has no name.'},
  ])
})

function shownFor(location: (typeof locations)['touchpoint' | 'organization']) {
  return 'resolve' in location ? location.resolve({name: undefined, slug: undefined}) : location
}
