import {evaluate, parse} from 'groq-js'
import {defer, firstValueFrom} from 'rxjs'
import {describe, expect, test} from 'vitest'

import {defaultPagePath} from '../../../schemas/defaultPagePath.ts'
import {locations} from '../../../studio/presentation/locations.ts'
import {locationsOf, locationsWith} from '../../../studio/presentation/locationsWith.ts'
import {venueExtension} from '../../support/venueExtension.ts'

const toLibrary = {_type: 'reference', _ref: 'library'}
const page = {title: 'Meetings page', href: defaultPagePath}
const dataset = [
  {_id: 'library', _type: 'venue', name: 'Library'},
  {_id: 'attic', _type: 'venue', name: 'Attic'},
  {
    _id: 'spring',
    _type: 'touchpoint',
    title: 'Spring',
    slug: {current: 'spring'},
    venue: toLibrary,
  },
  {_id: 'untitled', _type: 'touchpoint', slug: {current: 'untitled'}, venue: toLibrary},
  {_id: 'unfinished', _type: 'touchpoint', title: 'No slug yet', venue: toLibrary},
  {_id: 'docs', _type: 'workingGroup', title: 'Docs', slug: {current: 'docs'}, home: toLibrary},
]

/** Runs the query of a location on the documents above. */
function locationsIn(type: string, id: string) {
  const query = (groq: string, queried: string) =>
    defer(async (): Promise<unknown> => {
      const params = {id: queried}
      return (await evaluate(parse(groq, {params}), {dataset, params})).get()
    })
  return firstValueFrom(locationsOf({type, id}, query))
}

test('without added document types, Sanity resolves the table itself', () => {
  expect(locationsWith(undefined)).toBe(locations)
  expect(locationsWith({})).toBe(locations)
  expect(locationsWith(venueExtension)).toBeInstanceOf(Function)
})

describe('with added document types', () => {
  test('an added document has the pages of the sessions and groups that refer to it', async () => {
    const found = await locationsIn('venue', 'drafts.library')
    expect(found?.locations).toHaveLength(4)
    expect(found?.locations).toEqual(
      expect.arrayContaining([
        {title: 'Spring', href: `${defaultPagePath}spring/`},
        {title: 'Untitled', href: `${defaultPagePath}untitled/`},
        {title: 'Docs', href: `${defaultPagePath}groups/docs/`},
        page,
      ]),
    )
  })

  test('an added document that nothing refers to has the meetings page', async () => {
    expect(await locationsIn('venue', 'attic')).toEqual({locations: [page]})
  })

  test('a document of the package has the locations that it has without them', async () => {
    expect((await locationsIn('touchpoint', 'spring'))?.locations?.[0]).toEqual({
      title: 'Spring',
      href: `${defaultPagePath}spring/`,
    })
    expect(await locationsIn('meetingsPage', 'meetingsPage')).toEqual(locations.meetingsPage)
  })
})
