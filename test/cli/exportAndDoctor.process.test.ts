import {existsSync} from 'node:fs'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {parseCalendar} from '../../calendar/index.ts'
import {eventsFormat} from '../../loaders/feeds/index.ts'
import {commandLine} from '../support/commandLine.ts'
import {readContent} from '../support/readContent.ts'

const root = resolve(import.meta.dirname, '../..')
const now = ['--now', '2024-03-20T00:00:00Z']

let folder: string
let lake: Lake
let server: RunningLake
let touchpoints: ReturnType<typeof commandLine>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-cli-'))
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const text = readContent()
    .map((document) => JSON.stringify(document))
    .join('\n')
  lake.import([{file: 'content.ndjson', text}])
  server = await serve(lake, {port: 0})
  touchpoints = commandLine(folder, {
    SANITY_API_HOST: server.url,
    TOUCHPOINTS_SAMPLE_FEEDS: join(root, 'content/todo/feeds'),
  })
})

afterAll(async () => {
  await server.close()
  lake.close()
  await rm(folder, {recursive: true, force: true})
})

describe('touchpoints export', () => {
  test('events.json and calendar.ics contain the same events, and both can be parsed', async () => {
    const json = await touchpoints(['export', 'events.json', ...now])
    const ics = await touchpoints(['export', 'calendar.ics', ...now])
    expect([json.code, ics.code]).toEqual([0, 0])
    const text = await readFile(join(folder, 'events.json'), 'utf8')
    const {events} = eventsFormat.parse(JSON.parse(text))
    const calendar = parseCalendar(await readFile(join(folder, 'calendar.ics'), 'utf8'))
    expect(events.length).toBeGreaterThan(50)
    expect(calendar.eventCount).toBe(events.length)
  })

  test('documents exported to standard output can be imported into an empty lake unchanged', async () => {
    const {out} = await touchpoints(['export'])
    expect(out.trim().split('\n').length).toBe(readContent().length)
    await writeFile(join(folder, 'all.ndjson'), out)
    const other = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
    const running = await serve(other, {port: 0})
    const imported = await touchpoints(['import', 'all.ndjson'], {SANITY_API_HOST: running.url})
    const again = await touchpoints(['export'], {SANITY_API_HOST: running.url})
    await running.close()
    other.close()
    expect(imported).toMatchObject({code: 0})
    expect(contentOf(again.out)).toEqual(contentOf(out))
  })

  test('an archive can be exported and imported with the hosted service’s own tools', async () => {
    const exported = await touchpoints(['export', 'meetings.tar.gz'])
    expect(exported).toMatchObject({code: 0})
    const refused = await touchpoints(['import', 'meetings.tar.gz'])
    expect(refused.code).toBe(1)
    expect(await touchpoints(['import', 'meetings.tar.gz', '--replace'])).toMatchObject({code: 0})
  })

  test('a Hugo export writes its files and removes obsolete ones, but keeps files written by hand', async () => {
    const site = join(folder, 'site')
    const first = await touchpoints(['export', 'site', '--format', 'hugo', ...now])
    expect(first).toMatchObject({code: 0})
    expect(existsSync(join(site, 'layouts/shortcodes/touchpoints/group.html'))).toBe(true)
    const pages = join(site, 'content/touchpoints')
    expect(existsSync(join(pages, '2024-03-28-security-management.md'))).toBe(true)
    await writeFile(join(pages, 'by-hand.md'), '# Ours\n')
    await touchpoints(['export', 'site', '--format', 'hugo', '--hugo-adapter', ...now])
    expect(existsSync(join(pages, '2024-03-28-security-management.md'))).toBe(false)
    expect(existsSync(join(pages, 'by-hand.md'))).toBe(true)
  })

  test('an unreachable Content Lake is an error that says how to start it', async () => {
    const {code, err} = await touchpoints(['export'], {SANITY_API_HOST: 'http://127.0.0.1:9'})
    expect([code, err]).toEqual([1, expect.stringContaining('npm start')])
  })
})

describe('touchpoints import', () => {
  test('an invalid line is an error with file and line, and nothing is imported', async () => {
    const good = '{"_id": "guest-new", "_type": "guest", "name": "New"}'
    await writeFile(join(folder, 'bad.ndjson'), `${good}\n{"_id": "guest-\n`)
    const {code, err} = await touchpoints(['import', 'bad.ndjson'])
    expect([code, err]).toEqual([1, expect.stringContaining('bad.ndjson:2')])
    expect(lake.documents().some(({_id}) => _id === 'guest-new')).toBe(false)
  })
})

describe('touchpoints doctor', () => {
  test('reports no failure for the sample', async () => {
    const {code, out} = await touchpoints(['doctor', '--json'])
    expect(code).toBe(0)
    const diagnoses: unknown = JSON.parse(out)
    expect(diagnoses).toContainEqual(expect.objectContaining({about: 'Content Lake', state: 'ok'}))
    expect(JSON.stringify(diagnoses)).toContain('Calendar CHAOSS calendar')
    expect(JSON.stringify(diagnoses)).not.toContain('"fail"')
  })

  test('fails without a Content Lake, and says how to start it', async () => {
    const {code, out} = await touchpoints(['doctor'], {SANITY_API_HOST: 'http://127.0.0.1:9'})
    expect([code, out]).toEqual([1, expect.stringContaining('npm start')])
  })

  test('fails for a feed that does not exist', async () => {
    const {code, out} = await touchpoints(['doctor'], {TOUCHPOINTS_SAMPLE_FEEDS: folder})
    expect(code).toBe(1)
    expect(out).toMatch(/✗ Calendar/)
  })
})

test.each(['export', 'import', 'doctor', 'check'])(
  '%s has a help text, and exits with code 1 for an unknown option',
  async (command) => {
    const [help, wrong] = await Promise.all([
      touchpoints([command, '--help']),
      touchpoints([command, '--no-such-option']),
    ])
    expect(help.out).toContain(`touchpoints ${command}`)
    expect(wrong.code).toBe(1)
    expect(wrong.err).toContain('Usage')
  },
)

/** Returns documents without the fields that the lake sets. */
function contentOf(ndjson: string): unknown[] {
  return ndjson
    .trim()
    .split('\n')
    .map((line) => {
      const {_rev, _updatedAt, _createdAt, ...document} = Object(JSON.parse(line))
      return document
    })
}
