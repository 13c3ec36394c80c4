import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {compareStored, versionsById} from '../../../cli/import/plan/differences.ts'
import {type DraftWrite} from '../../../cli/import/plan/settlePlan.ts'
import {storeDrafts} from '../../../cli/import/plan/storeDrafts.ts'
import {importSetup, type ImportSetup, ndjson, person} from './importSetup.ts'

let setup: ImportSetup
beforeEach(async () => {
  setup = await importSetup()
})
afterEach(() => setup.close())

const client = () =>
  createClient({
    projectId: 'touchpoints',
    dataset: 'production',
    apiVersion,
    useCdn: false,
    useProjectHostname: false,
    apiHost: setup.url,
  })

const place = [{file: 'a.md', line: 1}]
const create = (id: string): DraftWrite => ({
  kind: 'create',
  planned: {document: person(id), places: place},
})
const ids = () => setup.lake.documents().map(({_id}) => _id)
const stored = () => versionsById(setup.lake.documents())

describe('drafts are stored as a whole or not at all', () => {
  test('in several transactions when one is too large', async () => {
    const writes = ['a', 'b', 'c'].map(create)
    expect(await storeDrafts(writes, {client: client(), stored: new Map(), maxBytes: 100})).toBe(3)
    expect(ids().toSorted()).toEqual(['drafts.a', 'drafts.b', 'drafts.c'])
  })

  test('and when a later transaction fails, the drafts of the earlier ones are deleted', async () => {
    await setup.write('c.ndjson', ndjson({...person('drafts.c'), name: 'Mine'}))
    await setup.run('c.ndjson')
    const storing = storeDrafts(['a', 'b', 'c'].map(create), {
      client: client(),
      stored: new Map(),
      maxBytes: 100,
    })
    await expect(storing).rejects.toThrow('Nothing was stored.')
    expect(ids()).toEqual(['drafts.c'])
    expect(setup.lake.documents()[0]).toMatchObject({name: 'Mine'})
  })

  test('a changed draft keeps its other fields, and an edit in the meantime refuses the import', async () => {
    await setup.write('a.ndjson', ndjson({...person('a'), bio: 'Kept'}))
    await setup.run('a.ndjson')
    const planned = {document: {...person('a'), name: 'Theirs'}, places: place}
    const writeOf = (): DraftWrite => {
      const comparison = compareStored(planned, stored().get('a') ?? {})
      if (comparison.kind !== 'different') throw new Error('It does not differ.')
      const {base, isDraft} = comparison
      return {kind: 'change', planned, base, isDraft, fields: ['name']}
    }
    const first = writeOf()
    await storeDrafts([first], {client: client(), stored: stored()})
    const draft = () => setup.lake.documents().find(({_id}) => _id === 'drafts.a')
    expect(draft()).toMatchObject({name: 'Theirs', bio: 'Kept'})
    expect(setup.lake.documents().find(({_id}) => _id === 'a')).toMatchObject({name: 'a'})

    planned.document.name = 'Newer'
    const second = writeOf()
    await client().patch('drafts.a').set({name: 'Edited'}).commit()
    const storing = storeDrafts([create('z'), second], {client: client(), stored: stored()})
    await expect(storing).rejects.toThrow('Nothing was stored.')
    expect(draft()).toMatchObject({name: 'Edited'})
    expect(ids()).not.toContain('drafts.z')
  })
})
