import {createClient} from '@sanity/client'
import {createMockAuthStore, resolveConfig, type SchemaTypeDefinition, type Workspace} from 'sanity'
import {createStructureBuilder, type StructureBuilder} from 'sanity/structure'
import {of} from 'rxjs'
import type {Extension} from 'touchpoints/extend'
import {expect, test} from 'vitest'

import {schemaTypes, schemaTypesWith} from '../../../schemas/index.ts'
import {documentTypeNames} from '../../../schemas/registry/index.ts'
import {apiVersion} from '../../../schemas/apiVersion.ts'
import {readCommunity} from '../../../studio/community/readCommunity.ts'
import {documentLists} from '../../../studio/structure/documentLists.ts'
import {venueExtension} from '../../support/venueExtension.ts'

/** Returns the Studio's structure builder for the schema types, without a user or any request. */
async function structureBuilder(
  types: SchemaTypeDefinition[] = schemaTypes,
): Promise<StructureBuilder> {
  const dataset = {projectId: 'structure', dataset: 'structure'}
  const client = createClient({...dataset, apiVersion, useCdn: false})
  const auth = createMockAuthStore({client, currentUser: null})
  const config = {...dataset, auth, schema: {types}}
  const workspaces = await new Promise<Workspace[]>((next, error) => {
    resolveConfig(config).subscribe({next, error})
  })
  const [source] = workspaces.flatMap((each) => each.unstable_sources)
  if (!source) throw new Error('The Studio has no workspace.')
  return createStructureBuilder({source, perspectiveStack: []})
}

/** Returns the lists in the words of a community. */
async function listsOf(
  community: unknown,
  {types, extension}: {types?: SchemaTypeDefinition[]; extension?: Extension} = {},
) {
  const S = await structureBuilder(types)
  const context = {documentStore: {listenQuery: () => of([])}}
  const lists = documentLists(S, {
    context,
    community: readCommunity(community),
    eventsUrl: undefined,
    extension,
  })
  const {items} = S.list().id('all').title('All').items(lists).serialize()
  return items.flatMap((item) =>
    item.type === 'listItem'
      ? [{type: item.schemaType?.name, title: item.title, child: item.child}]
      : [],
  )
}

test('each document type has its own list, in the order of the registry', async () => {
  const lists = await listsOf(null)
  // The community is the first item of the Studio, above the lists.
  expect(['community', ...lists.map(({type}) => type)]).toEqual(documentTypeNames)
  expect(lists.map(({title}) => title)).toEqual([
    'All touchpoints',
    'Series and cadences',
    'Guests',
    'Organizations',
    'Groups',
    'Recordings',
    'Calendars',
    'Calendar decisions',
    'Meetings page',
  ])
})

test('lists have the words of the community, because editors look for those', async () => {
  const vocabulary = {
    session: {singular: 'call', plural: 'calls'},
    series: {singular: 'program', plural: 'programs'},
    group: {singular: 'SIG', plural: 'SIGs'},
    guest: {singular: 'speaker', plural: 'speakers'},
  }
  const titles = (await listsOf({vocabulary})).map(({title}) => title)
  expect(titles).toEqual(
    expect.arrayContaining(['All calls', 'Programs and cadences', 'SIGs', 'Speakers']),
  )
})

test('an added document type has a list after those of the package, sorted as the loader sorts it', async () => {
  const lists = await listsOf(null, {
    types: schemaTypesWith(venueExtension),
    extension: venueExtension,
  })
  const names = lists.map(({type}) => type)
  expect(names.indexOf('venue')).toBe(names.indexOf('calendarDecision') + 1)
  const venues = lists.find(({type}) => type === 'venue')
  expect(venues?.title).toBe('Venues')
  expect(venues?.child).toMatchObject({
    type: 'documentList',
    title: 'Venues',
    schemaTypeName: 'venue',
    options: {defaultOrdering: [{field: 'name', direction: 'asc'}]},
    // The + of the list.
    initialValueTemplates: [{templateId: 'venue'}],
  })
})

test('an added document type that the schema lacks is an error that says what to change', async () => {
  await expect(listsOf(null, {extension: venueExtension})).rejects.toThrow(
    'schemaTypesWith(extension)',
  )
})
