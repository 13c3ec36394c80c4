import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {Lake} from '@touchpoints/lake'
import {expect, test} from 'vitest'

import {fingerprint} from '../../../cli/backup/fingerprints.ts'
import {type Expected, verifyArchive} from '../../../cli/backup/verifyArchive.ts'
import {contentLakeClient} from '../../../cli/contentLakeClient.ts'
import {openLake, openLakeFile} from '../../../cli/dev/openLake.ts'
import {readSettings} from '../../../cli/dev/settings.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {commandLine} from '../../support/commandLine.ts'
import {projectFolder} from '../support/fakeProject.ts'

const root = resolve(import.meta.dirname, '../../..')

async function project(): Promise<string> {
  const folder = projectFolder({})
  cpSync(join(root, 'content/lantern'), join(folder, 'content'), {recursive: true})
  const lake = await openLake(readSettings({}, folder), folder, () => {})
  lake.close()
  return folder
}

async function withLake<Result>(folder: string, use: (lake: Lake) => Promise<Result> | Result) {
  const lake = openLakeFile(readSettings({}, folder))
  try {
    return await use(lake)
  } finally {
    lake.close()
  }
}

const mutate = (folder: string, mutations: object[]) =>
  withLake(folder, async (lake) => {
    const url = 'http://127.0.0.1/v1/data/mutate/production'
    const response = await lake.fetch(
      new Request(url, {method: 'POST', body: JSON.stringify({mutations})}),
    )
    expect(response.status).toBe(200)
  })

const hashes = (folder: string) =>
  withLake(folder, (lake) =>
    Object.fromEntries(lake.documents().map((each) => [each._id, fingerprint(each)])),
  )

const backups = (folder: string) =>
  existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).toSorted() : []

test('a backup restores documents, drafts and images into an empty dataset', async () => {
  const folder = await project()
  await mutate(folder, [{create: {_id: 'drafts.ada', _type: 'guest', name: 'Ada'}}])
  const before = await hashes(folder)
  const {code, out} = await commandLine(folder)(['backup'])
  expect([code, out]).toEqual([0, expect.stringContaining('verified it by a restore')])
  const [name = ''] = backups(folder)
  expect(name).toMatch(/^touchpoints-production-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.tar\.gz$/)
  const other = projectFolder({})
  const restored = await commandLine(other)(['restore', join(folder, 'backups', name)])
  expect(restored).toMatchObject({code: 0})
  expect(await hashes(other)).toEqual(before)
})

test('a dataset with content is replaced only on request, and after a backup of it', async () => {
  const folder = await project()
  const run = commandLine(folder)
  await run(['backup', 'elsewhere'])
  const [name = ''] = readdirSync(join(folder, 'elsewhere'))
  const before = await hashes(folder)
  await mutate(folder, [
    {create: {_id: 'new', _type: 'guest', name: 'New'}},
    {patch: {id: 'community', set: {name: 'Changed'}}},
  ])
  const archive = join('elsewhere', name)
  expect(await run(['restore', archive])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--replace'),
  })
  expect(await run(['restore', archive, '--replace', '--dry-run'])).toMatchObject({code: 0})
  expect(backups(folder)).toEqual([])
  const {code, out} = await run(['restore', archive, '--replace'])
  expect(code).toBe(0)
  expect(await hashes(folder)).toEqual(before)
  const [saved = ''] = backups(folder)
  expect(out).toContain(saved)
  await run(['restore', join('backups', saved), '--replace'])
  expect(await withLake(folder, (lake) => lake.documents().map(({_id}) => _id))).toContain('new')
})

test('an archive that lost a document or a byte is not a backup', async () => {
  const folder = await project()
  await commandLine(folder)(['backup'])
  const [name = ''] = backups(folder)
  const file = join(folder, 'backups', name)
  const documents = new Map(Object.entries(await hashes(folder)))
  const client = contentLakeClient({env: {}, folder}, 'SANITY_API_READ_TOKEN')
  const verify = (expected: Expected) =>
    verifyArchive(file, expected, {client, signal: new AbortController().signal})
  expect(await verify({documents, comments: undefined})).toMatchObject({wrong: []})
  const more = new Map([...documents, ['lost', 'x']])
  expect(await verify({documents: more, comments: new Map([['c1', 'x']])})).toMatchObject({
    wrong: ['lost', 'c1'],
  })
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, bytes.length - 100))
  await expect(verify({documents, comments: undefined})).rejects.toThrow('not a complete')
})

test('a backup that fails leaves no file and the earlier ones, with exit code 1', async () => {
  const folder = await project()
  const run = commandLine(folder)
  await run(['backup'])
  const before = backups(folder)
  // A document of a type that no import accepts, so that its archive can't be restored.
  await mutate(folder, [
    {create: {_id: 'wrong', _type: 'sanity.imageAsset', url: 'https://example.org/x'}},
  ])
  const {code, err} = await run(['backup', '--keep', '1'])
  expect(code).toBe(1)
  expect(err).toContain('was removed')
  expect(backups(folder)).toEqual(before)
})

test('older backups of this dataset are removed after a new one, and nothing else is', async () => {
  const folder = await project()
  const old = ['01', '02', '03'].map(
    (day) => `touchpoints-production-2024-03-${day}T10-00-00Z.tar.gz`,
  )
  const others = ['touchpoints-staging-2024-03-01T10-00-00Z.tar.gz', 'notes.txt']
  await commandLine(folder)(['backup'])
  const [first = ''] = backups(folder)
  for (const name of [...old, ...others]) writeFileSync(join(folder, 'backups', name), '')
  const {code, out} = await commandLine(folder)(['backup', '--keep', '3'])
  expect(code).toBe(0)
  expect(out).toContain('Removed')
  const left = backups(folder)
  expect(left).toEqual(expect.arrayContaining([...others, first]))
  expect(left).not.toContain(old[0])
  expect(left.filter((name) => name.startsWith('touchpoints-production'))).toHaveLength(3)
})

/** The time of the lake's next transaction is later than this. */
async function moment(): Promise<string> {
  const now = testNow().toISOString()
  await new Promise((done) => setTimeout(done, 5))
  return now
}

test('a dataset goes back to a moment, and a restore to the moment before that undoes it', async () => {
  const folder = await project()
  const run = commandLine(folder)
  const then = await moment()
  const before = await hashes(folder)
  await mutate(folder, [
    {create: {_id: 'later', _type: 'guest', name: 'Later'}},
    {create: {_id: 'drafts.community', _type: 'community', name: 'Draft'}},
    {patch: {id: 'community', set: {name: 'Changed'}}},
  ])
  await mutate(folder, [
    {delete: {id: 'later'}},
    {create: {_id: 'latest', _type: 'guest', name: 'L'}},
  ])
  const changed = await hashes(folder)
  const listed = await run(['restore', '--at', then, '--dry-run'])
  expect(listed.out.split('\n').slice(0, 3).toSorted()).toEqual([
    '  - drafts.community',
    '  - latest',
    '  ~ community',
  ])
  expect(await hashes(folder)).toEqual(changed)
  const {code, out} = await run(['restore', '--at', then])
  expect(code).toBe(0)
  expect(await hashes(folder)).toEqual(before)
  expect(await run(['restore', '--at', then])).toMatchObject({
    out: expect.stringContaining('Nothing has changed'),
  })
  const undo = /--at (\S+)/.exec(out)?.[1] ?? ''
  expect(await run(['restore', '--at', undo])).toMatchObject({code: 0})
  expect(await hashes(folder)).toEqual(changed)
})

test('a deleted document comes back', async () => {
  const folder = projectFolder({
    'content/guests.ndjson': '{"_id":"ada","_type":"guest","name":"A"}\n',
  })
  const lake = await openLake(readSettings({}, folder), folder, () => {})
  lake.close()
  const before = await hashes(folder)
  const then = await moment()
  await mutate(folder, [{delete: {id: 'ada'}}])
  const {out} = await commandLine(folder)(['restore', '--at', then])
  expect(out).toContain('+ ada')
  expect(await hashes(folder)).toEqual(before)
})

test('secrets that were used after the moment stay used, or they would work again', async () => {
  const folder = await project()
  const then = await moment()
  await mutate(folder, [{create: {_id: 'touchpoints.used.x', _type: 'touchpoints.used'}}])
  expect(await commandLine(folder)(['restore', '--at', then])).toMatchObject({
    out: expect.stringContaining('Nothing has changed'),
  })
})

test('a moment before the history is refused, because everything would be deleted', async () => {
  const folder = await project()
  const before = await hashes(folder)
  const {code, err} = await commandLine(folder)(['restore', '--at', '2001-01-01T00:00:00Z'])
  expect([code, err]).toEqual([1, expect.stringContaining('history of the Content Lake begins at')])
  expect(await hashes(folder)).toEqual(before)
})

test('the hosted service has no such restore, and the error says what it has', async () => {
  const hosted = {SANITY_STUDIO_PROJECT_ID: 'abc12345', SANITY_API_WRITE_TOKEN: 'x'.repeat(20)}
  const run = commandLine(projectFolder({}), hosted)
  const {code, err} = await run(['restore', '--at', '2024-11-20T10:00:00Z'])
  expect([code, err]).toEqual([1, expect.stringContaining('history of each document')])
})

test.each([
  [['restore'], 'either an ARCHIVE or a moment'],
  [['restore', 'a.tar.gz', '--at', '2024-11-20T10:00:00Z'], 'either an ARCHIVE or a moment'],
  [['restore', '--at', 'yesterday'], 'expected an instant'],
  [['backup', '--keep', '0'], 'expected the number of backups'],
  [['dev', '--every', '2h'], 'need --backup FOLDER'],
  [['lake', '--backup', 'b', '--every', '2 weeks'], 'expected a time such as'],
])('%j is refused', async (args, message) => {
  const {code, err} = await commandLine(projectFolder({}))(args)
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})

test.each([
  ['soon', 'expected an instant'],
  ['9999-01-01T00:00:00Z', 'in the future'],
])('restore --at %s says what is wrong with the moment', async (at, message) => {
  const {code, err} = await commandLine(projectFolder({}))(['restore', '--at', at])
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
  expect(err).not.toContain('current time')
})
