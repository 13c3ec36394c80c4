import {execFile} from 'node:child_process'
import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {dateIn} from '../support/clock/testNow.ts'
import {filesOfPage, writeFiles} from '../support/extendingPage.ts'
import {startLake} from '../support/siteServer.ts'
import {linkedProject} from './support/linkedProject.ts'
import {plant} from './support/plant.ts'
import {typeErrors} from './support/typeErrors.ts'

const run = promisify(execFile)
const patience = {timeout: 120_000}

/** The other files need a framework: test/docs/extending.process.test.ts compiles them. */
const own = ['touchpoints.extension.ts', 'meetings.ts', 'events.ts', 'extension.test.ts']

const documents = [
  {_id: 'library', _type: 'venue', name: 'Library', address: 'Main street 1', capacity: 40},
  {_id: 'attic', _type: 'venue', name: 'Attic', address: 'Main street 2', capacity: 0},
  {
    _id: 'talks',
    _type: 'series',
    title: 'Talks',
    slug: {_type: 'slug', current: 'talks'},
    meets: 'scheduled',
    lifecycle: 'active',
    audience: 'everyone',
  },
  {
    _id: 'first',
    _type: 'touchpoint',
    title: 'First talk',
    slug: {_type: 'slug', current: 'first'},
    series: {_type: 'reference', _ref: 'talks'},
    // The handler of the page has the clock of the machine.
    schedule: {
      start: `${dateIn(7)}T18:00:00Z`,
      timeZone: 'Europe/Madrid',
      minutes: 60,
    },
    status: 'planned',
    audience: 'everyone',
    level: 'beginner',
    venue: {_type: 'reference', _ref: 'library'},
  },
]

/** Prints what the page's files return. */
const script = `
import {handle} from './events.ts'
import {nextVenues, venuesFor} from './meetings.ts'

const text = async (name: string) => (await handle(new Request('https://example.org/' + name))).text()
const {venues, problems} = await venuesFor(20)
console.log(JSON.stringify({
  next: await nextVenues(),
  venues,
  problems,
  events: JSON.parse(await text('events.json')),
  calendar: await text('calendar.ics'),
}))
`

let folder: string
let lake: Awaited<ReturnType<typeof startLake>>
let files: Map<string, string>

beforeAll(async () => {
  folder = (await linkedProject()).folder
  files = await filesOfPage()
  await writeFiles(
    folder,
    [...files].filter(([path]) => own.includes(path)),
  )
  await writeFiles(folder, [['print.ts', script]])
  lake = await startLake('empty')
  const text = documents.map((document) => JSON.stringify(document)).join('\n')
  lake.lake.import([{file: 'venues.ndjson', text}])
})

afterAll(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

const env = () => ({
  ...process.env,
  SANITY_API_HOST: lake.url,
  SANITY_PROJECT_ID: 'touchpoints',
  SANITY_DATASET: 'production',
})
const node = (...args: string[]) =>
  run(process.execPath, args, {cwd: folder, env: env(), ...patience})
const check = () => typeErrors(folder, {include: ['*.ts'], skipLibCheck: true})

describe('the project of docs/extending.md, from tarballs in an empty folder', () => {
  test('has each file that this test needs', () => {
    expect([...files.keys()]).toEqual(expect.arrayContaining(own))
  })

  test('type-checks', async () => {
    expect(await check()).toEqual([])
  })

  test('knows the types of what it adds: a wrong one is an error', async () => {
    const text = `
      import {loader} from './meetings.ts'
      const {data} = await loader.touchpoints()
      export const seats: string | undefined = data[0]?.venue?.name
      export const wrong: string | undefined = data[0]?.venue?.capacity
      export const absent = data[0]?.venues
    `
    const found = await plant(join(folder, 'planted.ts'), text, check)
    expect(found).toEqual([
      expect.stringMatching(/^planted\.ts\(5,\d+\): error TS2322/),
      expect.stringMatching(/^planted\.ts\(6,\d+\): error TS2551/),
    ])
  })

  test('gets the venue from a lake, and publishes it', async () => {
    const {stdout} = await node('print.ts')
    const {next, venues, problems, events, calendar} = JSON.parse(stdout)
    expect(next).toEqual(['First talk: Main street 1'])
    expect(venues).toMatchObject([{name: 'Library', capacity: 40}])
    expect(problems).toEqual([])
    expect(events.events).toMatchObject([
      {
        title: 'First talk',
        extra: {venue: 'Library', level: 'beginner'},
        location: 'Library, Main street 1',
        topics: ['beginner'],
      },
    ])
    expect(calendar).toContain(String.raw`LOCATION:Library\, Main street 1`)
    expect(calendar).toContain('CATEGORIES:beginner')
    expect(calendar).toContain('X-LEVEL:beginner')
  })

  test('has a schema that compiles, and agrees with its views', async () => {
    const {stdout} = await node('--test', 'extension.test.ts')
    expect(stdout).toMatch(/pass 1\n/)
  })

  test('has a drift test that fails when the Studio gets another choice', async () => {
    const path = 'touchpoints.extension.ts'
    const original = await readFile(join(folder, path), 'utf8')
    const changed = original.replace("['beginner', 'advanced']}", "['beginner', 'expert']}")
    expect(changed).not.toBe(original)
    await writeFiles(folder, [[path, changed]])
    await expect(node('--test', 'extension.test.ts')).rejects.toMatchObject({
      stdout: expect.stringContaining('the view takes no "expert"'),
    })
    await writeFiles(folder, [[path, original]])
  })

  test('has a rule that the command runs', async () => {
    const result = run('npx', ['touchpoints', 'check'], {cwd: folder, env: env(), ...patience})
    await expect(result).rejects.toMatchObject({
      stdout: expect.stringContaining('A venue has at least one seat.'),
    })
  })
})
