import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {jsonDepth} from '../../../cli/import/jsonDepth.ts'
import {defaultImportLimits} from '../../../cli/import/importLimits.ts'
import {readNdjson} from '../../../cli/import/readNdjson.ts'
import {importSetup, type ImportSetup, ndjson, person} from './importSetup.ts'

let setup: ImportSetup
beforeEach(async () => {
  setup = await importSetup()
})
afterEach(() => setup.close())

const asset = {
  _id: 'image-abc-1x1-png',
  _type: 'sanity.imageAsset',
  assetId: 'abc',
  extension: 'png',
  mimeType: 'image/png',
  path: 'images/touchpoints/production/abc-1x1.png',
  sha1hash: 'abc',
  size: 1,
  metadata: {dimensions: {width: 1, height: 1, aspectRatio: 1}},
}

describe('nothing is imported', () => {
  test.each<[string, object, string]>([
    ['a role', {_id: '_.groups.administrator', _type: 'system.group'}, 'system document'],
    [
      'a retention policy',
      {_id: '_.retention.maximum', _type: 'system.retention'},
      'system document',
    ],
    [
      'a secret that opens a preview',
      {_id: 'drafts.secret', _type: 'sanity.previewUrlSecret', secret: 'known'},
      'system document',
    ],
    ['an id with a slash', {_id: 'a/b', _type: 'guest'}, '_id is not valid'],
    ['an id with an empty segment', {_id: 'drafts..a', _type: 'guest'}, '_id is not valid'],
    ['a long id', {_id: 'a'.repeat(129), _type: 'guest'}, '_id is not valid'],
    ['an id that is used', {_id: 'good', _type: 'guest'}, 'already used in all.ndjson:1'],
    [
      'a dangling reference',
      {_id: 'a', _type: 'talk', host: {_type: 'reference', _ref: 'nobody'}},
      'refers to "nobody", which does not exist',
    ],
    [
      'an asset of another server',
      {...asset, url: 'https://evil.example/abc.png'},
      'does not have',
    ],
    ['an asset of another port', {...asset, url: 'http://127.0.0.1:9/abc.png'}, 'does not have'],
  ])('with %s', async (_, document, why) => {
    await setup.write('all.ndjson', ndjson(person('good'), document))
    const {code, err} = await setup.run('all.ndjson')
    expect(code).toBe(1)
    expect(err).toContain('Nothing was imported')
    expect(err).toContain('all.ndjson:2')
    expect(err).toContain(why)
    expect(setup.lake.count()).toBe(0)
  })

  test('and a name cannot write to the terminal', async () => {
    const document = {_id: 'a', _type: 'guest', p: {_sanityAsset: 'image@\u001B]0;owned\u0007'}}
    await setup.write('all.ndjson', ndjson(document))
    const {err} = await setup.run('all.ndjson')
    expect(err).not.toContain('\u001B')
  })
})

describe('several files', () => {
  const guests = ndjson(person('ada'))
  const talks = ndjson({_id: 'talk', _type: 'talk', host: {_type: 'reference', _ref: 'ada'}})

  test('are imported together, so that they may refer to each other in any order', async () => {
    await setup.write('talks.ndjson', talks)
    await setup.write('guests.ndjson', guests)
    const result = await setup.run('talks.ndjson', 'guests.ndjson')
    expect(result).toMatchObject({code: 0, out: '2 documents imported.\n'})
    expect(setup.lake.documents().find(({_id}) => _id === 'talk')).toMatchObject({
      host: {_type: 'reference', _ref: 'ada'},
    })
  })

  test('one after the other store nothing until references exist', async () => {
    await setup.write('talks.ndjson', talks)
    await setup.write('guests.ndjson', guests)
    expect((await setup.run('talks.ndjson')).err).toContain('Import the files together')
    expect(setup.lake.count()).toBe(0)
    expect((await setup.run('guests.ndjson')).code).toBe(0)
    expect((await setup.run('talks.ndjson')).code).toBe(0)
  })

  test('must be NDJSON', async () => {
    await setup.write('a.ndjson', guests)
    await setup.write('page.md', '# Page')
    expect((await setup.run('a.ndjson', 'page.md')).err).toContain('must be NDJSON')
  })
})

test('types that no schema has are imported and named, because no page shows these documents', async () => {
  await setup.write(
    'all.ndjson',
    ndjson({_id: 'a', _type: 'post'}, {_id: 'drafts.b', _type: 'post'}, person('ada')),
  )
  const {code, err} = await setup.run('all.ndjson')
  expect(code).toBe(0)
  expect(err).toContain('The schema has no post (2). The Studio')
  expect(setup.lake.count()).toBe(3)
  await setup.write('known.ndjson', ndjson(person('lin')))
  expect((await setup.run('known.ndjson')).err).not.toContain('The schema has no')
})

test('an empty file is an error, because an export that failed is empty too', async () => {
  await setup.write('empty.ndjson', '\n\n')
  const {code, err} = await setup.run('empty.ndjson')
  expect(code).toBe(1)
  expect(err).toContain('empty.ndjson contains no document')
})

describe('limits of NDJSON', () => {
  const guest = '{"_id":"a","_type":"guest"}'
  const reading = async (
    text: string | Uint8Array,
    limits: Partial<typeof defaultImportLimits>,
  ) => {
    await setup.write('a.ndjson', text)
    const all = {...defaultImportLimits, ...limits}
    return readNdjson(`${setup.folder}/a.ndjson`, 'a.ndjson', all)
  }

  test.each<[string, string | Uint8Array, Partial<typeof defaultImportLimits>, string]>([
    ['bytes of the file', `${guest}\n${guest}`, {fileBytes: 30}, 'a.ndjson has more than 30 bytes'],
    [
      'bytes of a line',
      `${guest}\n${guest}x`,
      {lineBytes: 27},
      'a.ndjson:2 has more than 27 bytes',
    ],
    ['documents', `${guest}\n${guest}`, {documents: 1}, 'a.ndjson has more than 1 documents'],
    [
      'levels',
      `{"_id":"a","_type":"b","c":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      {},
      'a.ndjson:1 has more than 64 levels',
    ],
    ['text that is not UTF-8', Buffer.from([0xff, 0xfe, 0x0a]), {}, 'a.ndjson:1 is not UTF-8'],
  ])('%s', async (_, text, limits, message) => {
    await expect(reading(text, limits)).rejects.toThrow(message)
  })

  test('a line may be split over chunks, also within a character', async () => {
    const name = 'ä'.repeat(100_000)
    const documents = await reading(`{"_id":"a","_type":"guest","name":"${name}"}\n${guest}`, {})
    expect(documents.map(({place}) => place)).toEqual(['a.ndjson:1', 'a.ndjson:2'])
    expect(documents[0]?.document['name']).toBe(name)
  })

  test.each([
    ['{}', 1],
    ['{"a":[1,{"b":[]}]}', 4],
    [String.raw`{"[[\"[[{{\\":"]]"}`, 1],
    ['"[[', 0],
  ])('brackets in strings do not nest: %s', (text, depth) => {
    expect(jsonDepth(text, 64)).toBe(depth)
  })
})
