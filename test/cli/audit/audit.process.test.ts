import {createServer, type Server} from 'node:http'
import {once} from 'node:events'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../../lake/index.ts'
import {commandLine} from '../../support/commandLine.ts'
import {readContent} from '../../support/readContent.ts'

const root = resolve(import.meta.dirname, '../../..')
const now = ['--now', '2027-06-15T00:00:00Z']

let folder: string
let lake: Lake
let server: RunningLake
let site: Server
let host: string
let touchpoints: ReturnType<typeof commandLine>

const session = {
  _id: 'touchpoint-audit',
  _type: 'touchpoint',
  title: 'Auditing meetings',
  slug: {_type: 'slug', current: 'auditing-meetings'},
  series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
  schedule: {
    _type: 'schedule',
    start: '2027-06-22T15:00:00Z',
    minutes: 60,
    timeZone: 'Europe/Madrid',
  },
  status: 'planned',
  audience: 'everyone',
  eventUid: 'nobody-has-this@example.org',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-audit-'))
  site = createServer(({url}, response) => {
    response.writeHead(url === '/README' ? 200 : 404).end('<h1>Nothing about meetings</h1>')
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const address = site.address()
  host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const documents = [...readContent(), session]
  const text = documents.map((document) => JSON.stringify(document)).join('\n')
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
  site.closeAllConnections()
  site.close()
  await rm(folder, {recursive: true, force: true})
})

interface Output {
  findings: {code: string; key: string}[]
  silenced: {reason: string}[]
}

async function audit(...options: string[]): Promise<Output & {exitCode: number}> {
  const {out, err, code} = await touchpoints(['audit', '--json', ...now, ...options])
  if (out === '') throw new Error(err)
  return {...JSON.parse(out), exitCode: code}
}

describe('touchpoints audit', () => {
  test('finds a session that names an event which no calendar has, and fails', async () => {
    const {findings, exitCode} = await audit()
    expect(findings.map(({key}) => key)).toContain('dead-link touchpoint-audit')
    expect(exitCode).toBe(1)
  })

  test('passes when each finding is silenced, and reports a silence without a finding', async () => {
    const silences = [
      {key: 'dead-link touchpoint-audit', reason: 'A test'},
      {key: 'ended series-x', reason: 'Gone'},
    ]
    await writeFile(join(folder, 'quiet.json'), JSON.stringify(silences))
    const {findings, silenced, exitCode} = await audit('--silences', 'quiet.json')
    expect(silenced).toMatchObject([{reason: 'A test'}])
    expect(findings.map(({code}) => code)).toContain('unused-silence')
    expect(exitCode).toBe(0)
  })

  test('--page reaches public addresses only, unless a host is allowed', async () => {
    const blocked = await audit('--page', `http://${host}/README`)
    expect(blocked.findings.map(({key}) => key)).toContain(`unreadable-page http://${host}/README`)
    const allowed = await audit('--page', `http://${host}/README`, '--allow-host', host)
    expect(allowed.findings.map(({code}) => code)).not.toContain('unreadable-page')
    const gone = await audit('--page', `http://${host}/gone`, '--allow-host', host)
    expect(JSON.stringify(gone.findings)).toContain('status 404')
  })

  test('--github prints annotations, and text is the default', async () => {
    const github = await touchpoints(['audit', '--github', ...now])
    expect(github.out).toMatch(/^::warning title=Meetings%3A dead-link::/m)
    const text = await touchpoints(['audit', ...now])
    expect(text.out).toMatch(/! dead-link {2}"Auditing meetings"/)
  })

  test('a feed that fails is an error, and makes no other finding', async () => {
    const {code, out} = await touchpoints(['audit', '--json', ...now], {
      TOUCHPOINTS_SAMPLE_FEEDS: folder,
    })
    const {findings}: Output = JSON.parse(out)
    expect(code).toBe(1)
    expect(new Set(findings.map((finding) => finding.code))).toEqual(
      new Set(['unreadable-calendar']),
    )
  })

  test('doctor counts the findings and points to the audit', async () => {
    const {out} = await touchpoints(['doctor'])
    expect(out).toMatch(
      / Meetings: Documents and calendars compared: \d+ errors?, \d+ warnings?, \d+ notes?\./,
    )
  })
})
