import {createReadStream, existsSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {sanityImport} from '@sanity/import'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {createLake, serve, type Lake} from '@touchpoints/lake'
import {expect, onTestFinished, test} from 'vitest'

import {contentLakeClient} from '../../../cli/contentLakeClient.ts'
import {openLakeFile} from '../../../cli/dev/openLake.ts'
import {readSettings} from '../../../cli/dev/settings.ts'
import {commandLine} from '../../support/commandLine.ts'
import {archiveOf} from '../import/importSetup.ts'
import {projectFolder} from '../support/fakeProject.ts'

const production = {SANITY_STUDIO_DATASET: 'production'}

async function withLake<Result>(
  folder: string,
  use: (lake: Lake) => Promise<Result>,
  env: Record<string, string> = production,
): Promise<Result> {
  const lake = openLakeFile(readSettings(env, folder))
  try {
    return await use(lake)
  } finally {
    lake.close()
  }
}

async function post(lake: Lake, path: string, body: object = {}) {
  const url = `http://127.0.0.1/v${apiVersion}${path}`
  const response = await lake.fetch(
    new Request(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'x-sanity-project-id': lake.projectId},
    }),
  )
  expect(response.status).toBe(200)
}

const create = (lake: Lake, dataset: string, documents: object[]) =>
  post(lake, `/data/mutate/${dataset}`, {
    mutations: documents.map((createOrReplace) => ({createOrReplace})),
  })

const slug = {_type: 'slug', current: 'ada'}
const ada = {_id: 'ada', _type: 'guest', name: 'Ada', slug}

/** As the Studio stores it. */
const comment = (id: string, text: string) => ({
  _id: id,
  _type: 'comment',
  status: 'open',
  message: [{_type: 'block', _key: 'a', children: [{_type: 'span', _key: 'b', text}]}],
  target: {
    path: {field: 'name'},
    documentType: 'guest',
    document: {
      _type: 'crossDatasetReference',
      _projectId: 'touchpoints',
      _dataset: 'production',
      _ref: 'ada',
      _weak: true,
    },
  },
})
const task = {_id: 'task-1', _type: 'tasks.task', title: 'Invite Ada', status: 'open'}

/** A project with one guest, a comment and a task. */
async function project(): Promise<string> {
  const folder = projectFolder({})
  await withLake(folder, async (lake) => {
    await create(lake, 'production', [ada])
    await post(lake, '/comments/production/setup')
    await create(lake, 'production-comments', [comment('c1', 'Is this her full name?'), task])
  })
  return folder
}

const contents = (folder: string, env: Record<string, string> = production) =>
  withLake(
    folder,
    (lake) =>
      Promise.resolve(
        Object.fromEntries(
          lake
            .datasets()
            .map((each) => [
              each.dataset,
              each.documents().map(({_rev, _createdAt, _updatedAt, ...document}) => document),
            ]),
        ),
      ),
    env,
  )

const archiveIn = (folder: string) =>
  join('backups', readdirSync(join(folder, 'backups')).toSorted()[0] ?? '')

test('comments and tasks come back after the data folder was deleted, because they are in the backup', async () => {
  const folder = await project()
  const run = commandLine(folder)
  const before = await contents(folder)
  const made = await run(['backup'])
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 documents and assets with 2 comments and tasks'),
  })
  rmSync(join(folder, '.touchpoints'), {recursive: true})
  const restored = await run(['restore', archiveIn(folder)])
  expect(restored).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 documents with 2 comments and tasks'),
  })
  expect(await contents(folder)).toEqual(before)
  // The Studio finds the dataset by its use, not by its name.
  const addons = await withLake(folder, async (lake) =>
    lake.datasets().map((each) => each.addonFor),
  )
  expect(addons).toEqual([undefined, 'production'])
})

test('a restore with --replace brings back the comments of the archive and no others, after a backup of both', async () => {
  const folder = await project()
  const run = commandLine(folder)
  const before = await contents(folder)
  await run(['backup', 'elsewhere'])
  await withLake(folder, async (lake) => {
    await create(lake, 'production-comments', [comment('c1', 'Changed'), comment('c2', 'New')])
    await create(lake, 'production', [{_id: 'eve', _type: 'guest', name: 'Eve'}])
  })
  const changed = await contents(folder)
  const archive = join('elsewhere', readdirSync(join(folder, 'elsewhere'))[0] ?? '')
  expect(await run(['restore', archive])).toMatchObject({
    code: 1,
    err: expect.stringContaining('2 documents and assets with 3 comments and tasks, and nothing'),
  })
  expect(await run(['restore', archive, '--replace'])).toMatchObject({code: 0})
  expect(await contents(folder)).toEqual(before)
  expect(await run(['restore', archiveIn(folder), '--replace'])).toMatchObject({code: 0})
  expect(await contents(folder)).toEqual(changed)
})

test('an archive without comments, as earlier versions wrote them, restores and leaves the comments as they are', async () => {
  const folder = projectFolder({})
  await withLake(folder, (lake) => create(lake, 'production', [ada]))
  const run = commandLine(folder)
  await run(['backup', 'elsewhere'])
  const archive = join('elsewhere', readdirSync(join(folder, 'elsewhere'))[0] ?? '')
  await withLake(folder, async (lake) => {
    await post(lake, '/comments/production/setup')
    await create(lake, 'production-comments', [comment('c1', 'Kept')])
    await create(lake, 'production', [{_id: 'eve', _type: 'guest', name: 'Eve'}])
  })
  expect(await run(['restore', archive, '--replace'])).toMatchObject({code: 0})
  expect(await contents(folder)).toMatchObject({
    production: [{_id: 'ada'}],
    'production-comments': [{_id: 'c1'}],
  })
})

test('comments that are restored into a dataset of another name are about that one', async () => {
  const folder = await project()
  await commandLine(folder)(['backup'])
  const other = projectFolder({})
  const env = {SANITY_STUDIO_DATASET: 'staging'}
  const archive = join(folder, archiveIn(folder))
  expect(await commandLine(other, env)(['restore', archive])).toMatchObject({code: 0})
  expect(await contents(other, env)).toMatchObject({
    staging: [{_id: 'ada'}],
    'staging-comments': [
      {_id: 'c1', target: {document: {_dataset: 'staging', _projectId: 'touchpoints'}}},
      {_id: 'task-1'},
    ],
  })
})

test('an exported archive has the comments too, and an import of it says that it leaves them out', async () => {
  const folder = await project()
  const run = commandLine(folder)
  const lake = openLakeFile(readSettings(production, folder))
  const server = await serve(lake, {port: 0})
  const settings = {SANITY_API_HOST: `http://127.0.0.1:${server.port}`}
  onTestFinished(async () => {
    await server.close()
    lake.close()
  })
  expect(await run(['export', 'all.tar.gz'], settings)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 documents and 0 assets with 2 comments and tasks'),
  })
  const imported = await run(['import', 'all.tar.gz', '--replace'], settings)
  expect(imported).toMatchObject({code: 0, err: expect.stringContaining('`touchpoints restore`')})
  const other = projectFolder({})
  await commandLine(other)(['restore', join(folder, 'all.tar.gz')])
  const restored = await contents(other)
  expect(restored['production-comments']?.map(({_id}) => _id)).toEqual(['c1', 'task-1'])
})

test("Sanity's importer reads a backup, and leaves the comments in it alone", async () => {
  const folder = await project()
  await commandLine(folder)(['backup'])
  const lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const server = await serve(lake, {port: 0})
  onTestFinished(async () => {
    await server.close()
    lake.close()
  })
  const env = {SANITY_API_HOST: `http://127.0.0.1:${server.port}`}
  const client = contentLakeClient({env, folder}, 'SANITY_API_WRITE_TOKEN')
  const archive = createReadStream(join(folder, archiveIn(folder)))
  expect(await sanityImport(archive, {client})).toMatchObject({numDocs: 1, warnings: []})
  expect(lake.documents().map(({_id}) => _id)).toEqual(['ada'])
})

const dangling = JSON.stringify({
  ...task,
  about: {_type: 'reference', _ref: 'nobody'},
})

test.each([
  ['are damaged', () => Promise.resolve(Buffer.from('junk')), 'not a complete .tar.gz'],
  [
    'refer to nothing',
    () => archiveOf({'data.ndjson': dangling}),
    'refers to "nobody", which does not exist',
  ],
])(
  'an archive with comments that %s is refused, and leaves no new lake',
  async (_, comments, why) => {
    const folder = projectFolder({})
    const archive = await archiveOf({
      'data.ndjson': JSON.stringify(ada),
      'comments.tar.gz': await comments(),
    })
    writeFileSync(join(folder, 'all.tar.gz'), archive)
    const {code, err} = await commandLine(folder)(['restore', 'all.tar.gz'])
    expect([code, err]).toEqual([1, expect.stringContaining(why)])
    const data = join(folder, '.touchpoints')
    const left = readdirSync(data, {recursive: true}).filter((name) => String(name).endsWith('.db'))
    expect(left).toEqual([])
  },
)

test('a comment that no import accepts makes the backup fail, instead of a backup without it', async () => {
  const folder = await project()
  await withLake(folder, (lake) =>
    create(lake, 'production-comments', [{_id: 'wrong', _type: 'sanity.previewUrlSecret'}]),
  )
  const {code, err} = await commandLine(folder)(['backup'])
  expect([code, err]).toEqual([1, expect.stringContaining('was removed')])
  expect(existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : []).toEqual(
    [],
  )
})
