import {expect, test} from 'vitest'

import {defaultPagePath} from '../../../schemas/defaultPagePath.ts'
import {documentTypeNames, type DocumentTypeName} from '../../../schemas/registry/index.ts'
import {locations} from '../../../studio/presentation/locations.ts'

function hrefs(name: DocumentTypeName, stored: {title: string; slug?: string}): string[] {
  const location = locations[name]
  const shown = 'resolve' in location ? location.resolve(stored) : location
  return shown?.locations?.map(({href}) => href) ?? []
}

test.each(documentTypeNames)(
  'a %s has a location on the site, so that an editor can open it',
  (name) => {
    const links = hrefs(name, {title: 'Spring', slug: 'spring'})
    expect(links).not.toEqual([])
    expect(links.filter((href) => !href.startsWith(defaultPagePath))).toEqual([])
  },
)

test('the first location of a touchpoint with a slug is its own page', () => {
  expect(hrefs('touchpoint', {title: 'Spring', slug: 'spring'})[0]).toBe(
    `${defaultPagePath}spring/`,
  )
  expect(hrefs('touchpoint', {title: 'Spring'})[0]).toBe(`${defaultPagePath}#touchpoints`)
})
