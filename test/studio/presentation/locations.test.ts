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
  'a %s leads to the site, so that an editor sees it where visitors do',
  (name) => {
    const found = hrefs(name, {title: 'Spring', slug: 'spring'})
    expect(found).not.toEqual([])
    expect(found.filter((href) => !href.startsWith(defaultPagePath))).toEqual([])
  },
)

test('a touchpoint leads to its own page first, once it has a slug', () => {
  expect(hrefs('touchpoint', {title: 'Spring', slug: 'spring'})[0]).toBe(
    `${defaultPagePath}spring/`,
  )
  expect(hrefs('touchpoint', {title: 'Spring'})[0]).toBe(`${defaultPagePath}#touchpoints`)
})
