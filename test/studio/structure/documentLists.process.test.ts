import {createClient} from '@sanity/client'
import {createMockAuthStore, resolveConfig, type Workspace} from 'sanity'
import {createStructureBuilder, type StructureBuilder} from 'sanity/structure'
import {expect, test} from 'vitest'

import {schemaTypes} from '../../../schemas/index.ts'
import {documentTypeNames} from '../../../schemas/registry/index.ts'
import {apiVersion} from '../../../schemas/apiVersion.ts'
import {documentLists} from '../../../studio/structure/documentLists.ts'

/** Returns the Studio's structure builder for the schema types, without a user or any request. */
async function structureBuilder(): Promise<StructureBuilder> {
  const dataset = {projectId: 'structure', dataset: 'structure'}
  const client = createClient({...dataset, apiVersion, useCdn: false})
  const auth = createMockAuthStore({client, currentUser: null})
  const config = {...dataset, auth, schema: {types: schemaTypes}}
  const workspaces = await new Promise<Workspace[]>((next, error) => {
    resolveConfig(config).subscribe({next, error})
  })
  const [source] = workspaces.flatMap((each) => each.unstable_sources)
  if (!source) throw new Error('The Studio has no workspace.')
  return createStructureBuilder({source, perspectiveStack: []})
}

test('each document type has its own list, in the order of the registry', async () => {
  const S = await structureBuilder()
  const {items} = S.list().id('all').title('All').items(documentLists(S, undefined)).serialize()
  const lists = items.flatMap((item) =>
    item.type === 'listItem' ? [{type: item.schemaType?.name, title: item.title}] : [],
  )
  expect(lists.map(({type}) => type)).toEqual(documentTypeNames)
  expect(lists.map(({title}) => title)).toEqual([
    'All touchpoints',
    'Series and cadences',
    'Guests',
    'Organizations',
    'Working groups',
    'Recordings',
    'Calendars',
    'Calendar decisions',
    'Meetings page',
  ])
})
