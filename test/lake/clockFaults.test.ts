import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {startReleaseScheduler} from '../../lake/actions/releaseScheduler.ts'
import {runActions} from '../../lake/actions/runActions.ts'
import {ClockGuard} from '../../lake/clockGuard.ts'
import {openEngine} from '../../lake/engine.ts'
import {openSharedResources} from '../../lake/sharedResources.ts'
import {defaultLimits} from '../../lake/limits.ts'
import {createLake, isLakeError} from '../../lake/index.ts'
import {runLake} from './support/runLake.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-clock-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** Opens the test's lake with a clock that the test sets. Its clients see drafts. */
async function open(time: string, options: {historyDays?: number; confirmedDate?: string} = {}) {
  let now = new Date(time)
  const warnings: string[] = []
  const running = await runLake({
    file: join(folder, 'lake.db'),
    clock: {now: () => now},
    warn: (message) => void warnings.push(message),
    ...options,
  })
  const client = running.clientWith({perspective: 'raw'})
  const history = '/data/history/production'
  return {
    warnings,
    client,
    close: running.close,
    /** Writes a document at a time of the clock, and returns the time that it got. */
    writeAt: async (clock: string, id: string, name: string) => {
      now = new Date(clock)
      return (await client.createOrReplace({_id: id, _type: 'guest', name}))._updatedAt
    },
    setClock: (clock: string) => {
      now = new Date(clock)
    },
    /** The name that a document had at a time. */
    nameAt: async (id: string, clock?: string) => {
      const query = clock === undefined ? '' : `?time=${clock}`
      const response = await client.request<{documents: {name?: string}[]}>({
        url: `${history}/documents/${id}${query}`,
      })
      return response.documents[0]?.name
    },
    /** The names in the revisions that are left, oldest first. */
    names: async (id: string) => {
      const url = `${running.url}/v1${history}/transactions/${id}`
      const lines = (await (await fetch(url)).text()).split('\n').filter(Boolean)
      return lines.map((line) => JSON.parse(line).mutations[0].createOrReplace.name)
    },
  }
}

describe('a write while the clock is in 2099', () => {
  const [morning, noon] = ['2026-03-01T08:00:00.000Z', '2026-03-01T12:00:00.000Z']

  test('does not move the times of later writes, not even after a restart', async () => {
    const first = await open(morning)
    await first.writeAt(morning, 'a', 'Before')
    await first.writeAt('2099-01-01T00:00:00Z', 'a', 'Wrong')
    await expect(first.writeAt(noon, 'a', 'After')).resolves.toBe(noon)
    await first.writeAt('2099-01-01T00:00:00Z', 'b', 'Wrong')
    await first.close()
    const second = await open(noon)
    await expect(second.writeAt(noon, 'a', 'Restarted')).resolves.toBe(noon)
    await second.close()
  })

  test('is listed in the order of writing, and found at the right times', async () => {
    const lake = await open(morning)
    await lake.writeAt(morning, 'a', 'Before')
    await lake.writeAt('2099-01-01T00:00:00Z', 'a', 'Wrong')
    await lake.writeAt('2099-01-01T00:00:00Z', 'only', 'Wrong')
    // Before anything else is written, the wrong time is the last one.
    lake.setClock('2026-03-01T10:00:00Z')
    await expect(lake.nameAt('only')).resolves.toBe('Wrong')
    await expect(lake.nameAt('a', '2026-03-01T10:00:00Z')).resolves.toBe('Wrong')

    await lake.writeAt(noon, 'a', 'After')
    await expect(lake.names('a')).resolves.toEqual(['Before', 'Wrong', 'After'])
    await expect(lake.nameAt('a', '2026-03-01T07:00:00Z')).resolves.toBeUndefined()
    await expect(lake.nameAt('a', noon)).resolves.toBe('After')
    await expect(lake.nameAt('a', '2099-06-01T00:00:00Z')).resolves.toBe('After')
    await expect(lake.nameAt('only', noon)).resolves.toBe('Wrong')
    await lake.close()
  })

  test('does not keep older and later history forever', async () => {
    const first = await open(morning)
    await first.writeAt(morning, 'a', 'Old')
    await first.writeAt('2099-01-01T00:00:00Z', 'a', 'Wrong')
    await first.writeAt('2026-03-02T00:00:00Z', 'a', 'Old too')
    await first.writeAt('2026-03-30T00:00:00Z', 'a', 'New')
    await first.close()
    const second = await open('2026-04-01T00:00:00Z', {historyDays: 10})
    await expect(second.names('a')).resolves.toEqual(['Old too', 'New'])
    await second.close()
  })

  test('is not deleted as old if nothing proves its age', async () => {
    const first = await open(morning)
    await first.writeAt(morning, 'a', 'Old')
    await first.writeAt('2099-01-01T00:00:00Z', 'a', 'Wrong 1')
    await first.writeAt('2099-01-01T00:00:01Z', 'a', 'Wrong 2')
    await first.close()
    const second = await open('2026-04-01T00:00:00Z', {historyDays: 10})
    await expect(second.names('a')).resolves.toEqual(['Old', 'Wrong 1', 'Wrong 2'])
    await second.close()
  })
})

test('a clock that was set back by a second still gives each write a later time', async () => {
  const lake = await open('2026-03-01T08:00:00Z')
  const times = [
    await lake.writeAt('2026-03-01T08:00:01Z', 'a', '1'),
    await lake.writeAt('2026-03-01T08:00:00Z', 'a', '2'),
    await lake.writeAt('2026-03-01T08:00:00Z', 'a', '3'),
  ]
  expect(times.toSorted()).toEqual(times)
  expect(new Set(times).size).toBe(3)
  await lake.close()
})

test('a clock that starts in 1970 and is then corrected loses no earlier revision', async () => {
  const lake = await open('2026-03-01T08:00:00Z')
  await lake.writeAt('2026-03-01T08:00:00Z', 'a', 'Before')
  await lake.writeAt('1970-01-01T00:00:10Z', 'a', 'Started')
  await lake.writeAt('2026-03-01T12:00:00Z', 'a', 'Corrected')
  await expect(lake.nameAt('a', '2000-01-01T00:00:00Z')).resolves.toBeUndefined()
  await expect(lake.nameAt('a', '2026-03-01T09:00:00Z')).resolves.toBe('Started')
  await expect(lake.nameAt('a', '2026-03-01T13:00:00Z')).resolves.toBe('Corrected')
  await lake.close()
  // Written in 1970, and 10 days have not passed since.
  const pruned = await open('2026-03-05T00:00:00Z', {historyDays: 10})
  await expect(pruned.names('a')).resolves.toEqual(['Before', 'Started', 'Corrected'])
  await pruned.close()
})

describe('a start with the clock in 2099', () => {
  const year = '2099-01-01T00:00:00Z'

  test('deletes no history and says why, until a person confirms the date', async () => {
    const first = await open('2026-03-01T08:00:00Z')
    for (const name of ['One', 'Two', 'Three']) {
      await first.writeAt('2026-03-01T08:00:00Z', 'a', name)
    }
    await first.close()
    const late = await open(year, {historyDays: 30})
    await expect(late.names('a')).resolves.toEqual(['One', 'Two', 'Three'])
    expect(late.warnings).toEqual([
      expect.stringMatching(/The clock says 2099-01-01.*TOUCHPOINTS_CONFIRM_DATE=2099-01-01/),
    ])
    // What is written then does not make the clock more plausible.
    await late.writeAt(year, 'a', 'Four')
    await late.close()
    const again = await open(year, {historyDays: 30, confirmedDate: '2026-03-01'})
    await expect(again.names('a')).resolves.toEqual(['One', 'Two', 'Three', 'Four'])
    expect(again.warnings).toHaveLength(1)
    await again.close()
    const confirmed = await open('2099-03-01T00:00:00Z', {
      historyDays: 30,
      confirmedDate: '2099-03-01',
    })
    await expect(confirmed.names('a')).resolves.toEqual(['Four'])
    expect(confirmed.warnings).toEqual([])
    await confirmed.close()
  })

  test('needs no confirmation when the clock is right again', async () => {
    const first = await open('2026-03-01T08:00:00Z')
    await first.close()
    const late = await open(year, {historyDays: 30})
    expect(late.warnings).toHaveLength(1)
    await late.close()
    const right = await open('2026-03-02T08:00:00Z', {historyDays: 30})
    expect(right.warnings).toEqual([])
    await right.close()
  })

  test('is not what a summer without the lake looks like', async () => {
    const first = await open('2026-06-01T08:00:00Z')
    await first.close()
    const autumn = await open('2026-08-31T08:00:00Z', {historyDays: 30})
    expect(autumn.warnings).toEqual([])
    await autumn.close()
  })

  test('an invalid date is no confirmation', () => {
    const options = {file: ':memory:', projectId: 'p', dataset: 'd', confirmedDate: 'today'}
    expect(() => createLake(options)).toThrow(expect.toSatisfy(isLakeError))
  })
})

describe('a scheduled release', () => {
  const publishAt = '2030-01-01T00:00:00Z'

  /** Starts the scheduler over a lake with a release that is due in 2030. */
  function scheduled(time: string) {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let now = new Date(time)
    const clock = {now: () => now}
    const file = join(folder, 'lake.db')
    const engine = openEngine({
      limits: defaultLimits,
      file,
      projectId: 'local',
      dataset: 'production',
      clock,
      shared: openSharedResources(defaultLimits),
    })
    const releaseId = 'r1'
    const actions = [
      {actionType: 'sanity.action.release.create', releaseId, metadata: {}},
      {actionType: 'sanity.action.release.schedule', releaseId, publishAt},
    ] as const
    for (const action of actions) runActions(engine, [action], {author: 'me'})
    const warnings: string[] = []
    const warn = (message: string) => void warnings.push(message)
    const stop = startReleaseScheduler(engine, new ClockGuard({store: engine.store, clock, warn}))
    onTestFinished(() => {
      stop()
      engine.close()
    })
    return {
      file,
      warnings,
      setClock: (clockTime: string) => (now = new Date(clockTime)),
      state: () => engine.documents.raw.byType('system.release')[0]?.state,
    }
  }

  test('is not published by a clock that jumps ahead, and is published at its time afterwards', () => {
    const release = scheduled('2029-12-01T00:00:00Z')
    release.setClock('2099-01-01T00:00:00Z')
    vi.advanceTimersByTime(600_000)
    expect(release.state()).toBe('scheduled')
    expect(release.warnings).toHaveLength(1)
    release.setClock('2029-12-31T23:59:59Z')
    vi.advanceTimersByTime(600_000)
    expect(release.state()).toBe('scheduled')
    release.setClock('2030-01-01T00:00:00Z')
    vi.advanceTimersByTime(60_000)
    expect(release.state()).toBe('published')
  })

  test('is published when the clock is set ahead to its time, although the timer has not ended', () => {
    const release = scheduled('2029-12-31T20:00:00Z')
    release.setClock('2030-01-01T00:00:00Z')
    vi.advanceTimersByTime(60_000)
    expect(release.state()).toBe('published')
  })

  test('that cannot be stored does not end the process, and is tried again', () => {
    const release = scheduled('2029-12-31T23:59:59Z')
    rmSync(release.file)
    release.setClock('2030-01-01T00:00:00Z')
    expect(() => vi.advanceTimersByTime(600_000)).not.toThrow()
    expect(release.state()).toBe('scheduled')
  })
})
