import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {openEngine} from '../../../lake/engine.ts'
import {importDocuments} from '../../../lake/importDocuments.ts'
import {createLake, type LakeOptions} from '../../../lake/index.ts'
import {defaultLimits} from '../../../lake/limits.ts'
import {parseSchedule} from '../../../lake/schedules/schedule.ts'
import {Schedules} from '../../../lake/schedules/schedules.ts'
import {openSharedResources} from '../../../lake/sharedResources.ts'

const start = '2030-01-01T08:00:00.000Z'
const executeAt = '2030-01-01T09:00:00.000Z'

let folder = ''
beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']})
  folder = mkdtempSync(join(tmpdir(), 'schedules-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, {recursive: true, force: true})
})

/** Opens a lake with a draft, and a clock that the test sets. */
function open(time = start, options: Partial<LakeOptions> = {}) {
  let now = new Date(time)
  const lake = createLake({
    file: join(folder, 'lake.db'),
    projectId: 'local',
    dataset: 'production',
    clock: {now: () => now},
    warn: () => {},
    ...options,
  })
  onTestFinished(() => lake.close())
  const request = async (method: string, path: string, body?: unknown, token?: string) => {
    const response = await lake.fetch(
      new Request(`http://localhost/v2022-09-01${path}`, {
        method,
        ...(token !== undefined && {headers: {authorization: `Bearer ${token}`}}),
        ...(body !== undefined && {body: JSON.stringify(body)}),
      }),
    )
    const text = await response.text()
    return {status: response.status, body: text === '' ? undefined : JSON.parse(text)}
  }
  const schedules = '/schedules/local/production'
  return {
    lake,
    request,
    create: (fields: object = {}) =>
      request('POST', schedules, {documents: [{documentId: 'a'}], executeAt, ...fields}),
    list: async (query = '') => (await request('GET', `${schedules}${query}`)).body.schedules,
    on: (id: string, method: string, rest = '', body?: unknown) =>
      request(method, `${schedules}/${id}${rest}`, body),
    ids: () => lake.documents().map(({_id}) => _id),
    /** Sets the clock, and lets the timers notice it. */
    passTo: (clock: string) => {
      now = new Date(clock)
      vi.advanceTimersByTime(60_000)
    },
    importIds: (...ids: string[]) => {
      const text = ids.map((_id) => JSON.stringify({_id, _type: 'post'})).join('\n')
      lake.import([{file: 'a', text}])
    },
  }
}

describe('a schedule', () => {
  test('publishes the draft at its time, and not before', async () => {
    const lake = open()
    lake.importIds('drafts.a')
    const {body} = await lake.create({name: 'Launch'})
    expect(body).toMatchObject({
      action: 'publish',
      author: 'local-editor',
      createdAt: start,
      dataset: 'production',
      executeAt,
      name: 'Launch',
      projectId: 'local',
      state: 'scheduled',
    })
    lake.passTo('2030-01-01T08:59:59Z')
    expect(lake.ids()).toEqual(['drafts.a'])
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['a'])
    expect(await lake.list()).toMatchObject([{state: 'succeeded', executedAt: executeAt}])
  })

  test('unpublishes, if that is its action', async () => {
    const lake = open()
    lake.importIds('a')
    await lake.create({action: 'unpublish'})
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['drafts.a'])
  })

  test('that became due while the lake was stopped is executed at the start', async () => {
    const first = open()
    first.importIds('drafts.a')
    await first.create()
    first.lake.close()
    const second = open('2030-01-01T10:00:00Z')
    vi.advanceTimersByTime(1)
    expect(second.ids()).toEqual(['a'])
  })

  test('is not executed by a clock that jumps ahead, because publishing cannot be undone', async () => {
    const lake = open()
    lake.importIds('drafts.a')
    await lake.create()
    lake.passTo('2099-01-01T00:00:00Z')
    expect(lake.ids()).toEqual(['drafts.a'])
    expect(await lake.list()).toMatchObject([{state: 'scheduled'}])
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['a'])
  })

  test('is cancelled with the reason when its document was deleted, and stores no part of it', async () => {
    const lake = open()
    lake.importIds('drafts.b')
    await lake.create({documents: [{documentId: 'b'}, {documentId: 'gone'}]})
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['drafts.b'])
    expect(await lake.list()).toMatchObject([
      {state: 'cancelled', stateReason: 'The document "gone" does not exist.'},
    ])
  })

  test('succeeds when there is nothing left to publish, because a person was faster', async () => {
    const lake = open()
    lake.importIds('a')
    await lake.create()
    lake.passTo(executeAt)
    expect(await lake.list()).toMatchObject([{state: 'succeeded'}])
  })

  test('moves when it is updated, also to an earlier time', async () => {
    const lake = open()
    lake.importIds('drafts.a')
    const {body} = await lake.create({executeAt: '2031-01-01T00:00:00Z'})
    await lake.on(body.id, 'PATCH', '', {executeAt})
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['a'])
  })

  test('runs at once on request, and only once', async () => {
    const lake = open()
    lake.importIds('drafts.a')
    const {body} = await lake.create()
    const {transactionId} = (await lake.on(body.id, 'POST', '/publish')).body
    expect(transactionId).toEqual(expect.any(String))
    expect(lake.ids()).toEqual(['a'])
    expect((await lake.on(body.id, 'POST', '/publish')).status).toBe(400)
    expect((await lake.on(body.id, 'PATCH', '', {executeAt})).status).toBe(400)
  })

  test('does nothing after it was deleted', async () => {
    const lake = open()
    lake.importIds('drafts.a')
    const {body} = await lake.create()
    expect((await lake.on(body.id, 'DELETE')).status).toBe(204)
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['drafts.a'])
    expect((await lake.on(body.id, 'GET')).status).toBe(404)
  })

  test('does nothing after it was cancelled', async () => {
    const lake = open()
    lake.importIds('drafts.a')
    const {body} = await lake.create()
    await lake.on(body.id, 'PATCH', '', {state: 'cancelled'})
    lake.passTo(executeAt)
    expect(lake.ids()).toEqual(['drafts.a'])
  })
})

describe('the list of schedules', () => {
  test('has those of a document or a state, as the Studio requests them', async () => {
    const lake = open()
    lake.importIds('drafts.a', 'drafts.b')
    const {body} = await lake.create()
    await lake.create({documents: [{documentId: 'b'}]})
    await lake.on(body.id, 'POST', '/publish')
    expect(await lake.list('?documentIds=b')).toMatchObject([{documents: [{documentId: 'b'}]}])
    expect(await lake.list('?state=succeeded')).toMatchObject([{id: body.id}])
    expect(await lake.list('?limit=1')).toHaveLength(1)
  })

  test('belongs to one dataset', async () => {
    const staging = {projectId: 'local', dataset: 'staging'}
    const lake = open(start, {file: ':memory:', datasets: [staging]})
    await lake.create()
    expect((await lake.request('GET', '/schedules/local/staging')).body.schedules).toEqual([])
    expect((await lake.request('GET', '/schedules/local/other')).status).toBe(404)
  })

  test('keeps a bounded number of old schedules, and never drops one that waits', () => {
    const engine = openEngine({
      file: ':memory:',
      projectId: 'local',
      dataset: 'production',
      clock: {now: () => new Date(start)},
      limits: defaultLimits,
      shared: openSharedResources(defaultLimits),
    })
    onTestFinished(() => engine.close())
    const text = JSON.stringify({_id: 'drafts.a', _type: 'post'})
    importDocuments(engine, [{file: 'a', text}])
    const schedules = new Schedules(engine, 2)
    const create = () => schedules.create(parseSchedule({documents: [{documentId: 'a'}]}), 'me')
    schedules.execute(create(), 'me')
    const waiting = [create(), create()]
    expect(schedules.list()).toEqual(waiting.toReversed())
    expect(create).toThrow('2 schedules wait already')
  })
})

describe('a schedule with an invalid field', () => {
  test.each([
    [{executeAt: 'tomorrow'}, 'executeAt: is not an ISO 8601 time'],
    [{documents: []}, 'documents'],
    [{documents: [{documentId: '-'}]}, 'is not a document id'],
    [{action: 'explode'}, 'action'],
  ])('%j is refused, and the error names the field', async (fields, reason) => {
    const {status, body} = await open().create(fields)
    expect(status).toBe(400)
    expect(body.error.description).toContain(reason)
  })

  test('is not created by a token that only reads', async () => {
    const token = 'reader-token-0001'
    const lake = open(start, {tokens: [{token, role: 'read', name: 'Site'}]})
    const path = '/schedules/local/production'
    const fields = {documents: [{documentId: 'a'}], executeAt}
    expect((await lake.request('POST', path, fields, token)).status).toBe(403)
    expect((await lake.request('GET', path, undefined, token)).status).toBe(200)
    expect((await lake.request('GET', path)).status).toBe(401)
  })
})
