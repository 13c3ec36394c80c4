import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {join, resolve} from 'node:path'
import type {Lake} from '@touchpoints/lake'
import {expect, test} from 'vitest'

import {openLake, openLakeFile} from '../../../cli/dev/openLake.ts'
import {serveLake} from '../../../cli/dev/serveLake.ts'
import {readSettings} from '../../../cli/dev/settings.ts'
import {commandLine} from '../../support/commandLine.ts'
import {content, projectFolder} from '../support/fakeProject.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Imports the content of a project into its lake, as the first start does. */
async function firstStart(folder: string): Promise<void> {
  const lake = await openLake(readSettings({}, folder), folder, () => {})
  lake.close()
}

function edit(folder: string, change: (lake: Lake) => void): void {
  const lake = openLakeFile(readSettings({}, folder))
  change(lake)
  lake.close()
}

async function mutate(folder: string, mutations: object[]): Promise<void> {
  const lake = openLakeFile(readSettings({}, folder))
  const url = 'http://127.0.0.1/v1/data/mutate/production'
  const body = JSON.stringify({mutations})
  const response = await lake.fetch(new Request(url, {method: 'POST', body}))
  expect(response.status).toBe(200)
  lake.close()
}

/** The content of a lake without what each lake sets for itself. */
function contentOf(folder: string): unknown[] {
  const documents: unknown[] = []
  edit(folder, (lake) => {
    for (const {_rev, _createdAt, _updatedAt, ...content} of lake.documents()) {
      const {url: _url, ...rest}: Record<string, unknown> = content
      documents.push(rest)
    }
  })
  return documents
}

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'content'), {recursive: true, encoding: 'utf8'}).toSorted()
  return Object.fromEntries(
    names
      .filter((name) => name.includes('.'))
      .map((name) => [name, readFileSync(join(folder, 'content', name), 'base64')]),
  )
}

test.each(['lantern', 'todo'])(
  'the content of %s survives a save and an import into an empty lake, and then saves as the same bytes',
  async (name) => {
    const folder = projectFolder({})
    cpSync(join(root, 'content', name), join(folder, 'content'), {recursive: true})
    await firstStart(folder)
    const before = contentOf(folder)
    const run = commandLine(folder)
    expect(await run(['save'])).toMatchObject({code: 0, err: ''})
    const saved = filesOf(folder)
    rmSync(join(folder, '.touchpoints'), {recursive: true})
    await firstStart(folder)
    expect(contentOf(folder)).toEqual(before)
    expect(await run(['save'])).toMatchObject({code: 0, err: ''})
    expect(filesOf(folder)).toEqual(saved)
    expect(await run(['save', '--check'])).toMatchObject({code: 0})
  },
)

test('a project without files gets one for each type, with its images, and they import again', async () => {
  const folder = projectFolder({})
  cpSync(join(root, 'content/lantern'), join(folder, 'content'), {recursive: true})
  await firstStart(folder)
  const before = contentOf(folder)
  rmSync(join(folder, 'content'), {recursive: true})
  await commandLine(folder)(['save'])
  expect(readdirSync(join(folder, 'content')).toSorted()).toEqual(
    [
      'community.ndjson',
      'groups.ndjson',
      'guests.ndjson',
      'images',
      'meetings-page.ndjson',
      'organizations.ndjson',
      'recordings.ndjson',
      'series.ndjson',
      'touchpoints.ndjson',
    ].toSorted(),
  )
  expect(readdirSync(join(folder, 'content/images')).toSorted()).toEqual(['icon.png', 'logo.png'])
  rmSync(join(folder, '.touchpoints'), {recursive: true})
  await firstStart(folder)
  expect(contentOf(folder)).toEqual(before)
})

const ada = '{"_id":"ada","_type":"guest","name":"Ada"}\n'
const ben = '{"_id":"ben","_type":"guest","name":"Ben"}\n'
const read = (folder: string, name = 'people.ndjson') =>
  readFileSync(join(folder, 'content', name), 'utf8')

test('only what is published is saved, in the file that has its type, sorted and without revisions', async () => {
  const folder = projectFolder({'content/people.ndjson': ben})
  await firstStart(folder)
  await mutate(folder, [
    {create: {name: 'Ada', _type: 'guest', _id: 'ada'}},
    {create: {_id: 'drafts.cleo', _type: 'guest', name: 'Cleo'}},
    {create: {_id: 'touchpoints.share.x', _type: 'touchpoints.share', until: ''}},
  ])
  const run = commandLine(folder)
  expect(await run(['save', '--check'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('people.ndjson'),
    err: expect.stringContaining('not up to date'),
  })
  expect(read(folder)).toBe(ben)
  expect(await run(['save'])).toMatchObject({code: 0})
  expect(read(folder)).toBe(ada + ben)
})

test('a line disappears with its document, and one that was never imported stays', async () => {
  const folder = projectFolder({'content/people.ndjson': ada + ben})
  await firstStart(folder)
  const cleo = '{"_id":"cleo","_type":"guest","name":"Cleo"}\n'
  writeFileSync(join(folder, 'content/people.ndjson'), ada + ben + cleo)
  await mutate(folder, [{delete: {id: 'ada'}}])
  const {err} = await commandLine(folder)(['save'])
  expect(read(folder)).toBe(ben + cleo)
  expect(err).toContain('never in the Content Lake: cleo')
  await mutate(folder, [{delete: {id: 'ben'}}])
  writeFileSync(join(folder, 'content/people.ndjson'), ben)
  await commandLine(folder)(['save'])
  expect(existsSync(join(folder, 'content/people.ndjson'))).toBe(false)
})

test('an image that no document uses anymore is removed, and a drawing beside it stays', async () => {
  const folder = projectFolder({})
  cpSync(join(root, 'content/lantern'), join(folder, 'content'), {recursive: true})
  await firstStart(folder)
  await mutate(folder, [{patch: {id: 'community', unset: ['logo']}}])
  await commandLine(folder)(['save'])
  expect(readdirSync(join(folder, 'content/images')).toSorted()).toEqual([
    'icon.png',
    'icon.svg',
    'logo.svg',
  ])
})

test('a file that can not be written leaves all files as they were', async () => {
  const folder = projectFolder({'content/people.ndjson': ada})
  await firstStart(folder)
  await mutate(folder, [
    {createOrReplace: {_id: 'ada', _type: 'guest', name: 'Ada Lovelace'}},
    {create: {_id: 'acme', _type: 'organization', name: 'Acme'}},
  ])
  // A folder where the file of the organizations should be.
  mkdirSync(join(folder, 'content/organizations.ndjson.part'), {recursive: true})
  const {code, err} = await commandLine(folder)(['save'])
  expect(code).toBe(1)
  expect(err).toContain('None was changed')
  expect(read(folder)).toBe(ada)
  expect(readdirSync(join(folder, 'content')).toSorted()).toEqual([
    'organizations.ndjson.part',
    'people.ndjson',
  ])
})

test('a line that is not a document is an error with its place, and nothing is written', async () => {
  const folder = projectFolder({'content/people.ndjson': ada})
  await firstStart(folder)
  writeFileSync(join(folder, 'content/people.ndjson'), `${ada}{"_id"\n`)
  const {code, err} = await commandLine(folder)(['save'])
  expect([code, err]).toEqual([1, expect.stringContaining('people.ndjson:2')])
})

test('a project that never started has nothing to save, and the error says what to do', async () => {
  const {code, err} = await commandLine(projectFolder({'content/people.ndjson': ada}))(['save'])
  expect([code, err]).toEqual([1, expect.stringContaining('Start the project once')])
})

test('a lake that another command serves is read there, at any port', async () => {
  const folder = projectFolder({'content/people.ndjson': ada})
  const settings = readSettings({}, folder)
  const shell = {
    env: {},
    folder,
    writeOutput: () => {},
    writeError: () => {},
    isTerminal: {output: false, error: false},
    stopSignal: () => new AbortController().signal,
    fail: () => {},
  }
  const access = {host: '127.0.0.1', options: {}}
  const ports = {...settings.ports, lake: 0}
  const served = await serveLake({...settings, ports}, shell, {
    memory: false,
    access,
    ready: () => Promise.resolve(),
  })
  await fetch(`${served.address}/v1/data/mutate/production`, {
    method: 'POST',
    body: JSON.stringify({mutations: [{create: JSON.parse(ben)}]}),
  })
  expect(await commandLine(folder)(['save'])).toMatchObject({code: 0})
  await served.close()
  expect(read(folder)).toBe(ada + ben)
})

test.each([
  [['save'], 'There is no Content Lake'],
  [['save', '--check'], 'There is no Content Lake'],
  [['backup'], 'There is no Content Lake'],
  [['restore', '--at', '2024-01-01T00:00:00Z'], 'There is no Content Lake'],
  [['restore', 'absent.tar.gz'], 'There is no archive'],
  [['restore', 'package.json'], 'package.json'],
])('%j without a Content Lake fails and creates none', async (args, message) => {
  const folder = projectFolder({...content, 'package.json': '{}'})
  const {code, err} = await commandLine(folder)(args)
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
  expect(existsSync(join(folder, '.touchpoints/lake.db'))).toBe(false)
})

test.each([[['save']], [['save', '--check']]])(
  '%j does not call an empty Content Lake up to date with the files',
  async (args) => {
    const folder = projectFolder(content)
    openLakeFile(readSettings({}, folder)).close()
    const {code, err} = await commandLine(folder)(args)
    expect([code, err]).toEqual([1, expect.stringContaining('has no published document')])
    expect(existsSync(join(folder, 'content/guests.ndjson'))).toBe(true)
  },
)
