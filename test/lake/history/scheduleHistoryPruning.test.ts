import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {createLake, isLakeError} from '../../../lake/index.ts'
import {runLake} from '../support/runLake.ts'

/** Returns a function that opens a lake as of a day in January 2026, so that no test waits. */
function dataFile() {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const file = join(folder, 'lake.db')
  return async (day: number, historyDays?: number) => {
    let seconds = 0
    const clock = {now: () => new Date(Date.UTC(2026, 0, day, 12, 0, seconds++))}
    const running = await runLake({
      file,
      clock,
      ...(historyDays && {historyDays}),
      confirmedDate: new Date(Date.UTC(2026, 0, day)).toISOString(),
    })
    const client = running.clientWith({perspective: 'raw'})
    const history = '/data/history/production'
    return {
      client,
      close: running.close,
      /** Returns the names in the remaining revisions. */
      names: async (id: string) => {
        const url = `${running.url}/v1${history}/transactions/${id}?effectFormat=mendoza&limit=100`
        const lines = (await (await fetch(url)).text()).split('\n').filter(Boolean)
        const revisions = lines.map((line) => JSON.parse(line).id)
        return Promise.all(
          revisions.map(async (revision) => {
            const request = {url: `${history}/documents/${id}?revision=${revision}`}
            const response = await client.request<{documents: {name?: string}[]}>(request)
            return response.documents[0]?.name
          }),
        )
      },
      at: async (id: string, when: number) => {
        const time = new Date(Date.UTC(2026, 0, when)).toISOString()
        const request = {url: `${history}/documents/${id}?time=${time}`}
        return (await client.request<{documents: {name?: string}[]}>(request)).documents[0]?.name
      },
    }
  }
}

test('history older than historyDays is deleted, and each document stays unchanged', async () => {
  const open = dataFile()
  for (const day of [1, 2, 10, 20]) {
    const lake = await open(day)
    await lake.client.createOrReplace({_id: 'edited', _type: 'guest', name: `Day ${day}`})
    if (day === 1) await lake.client.create({_id: 'untouched', _type: 'guest', name: 'Day 1'})
    await lake.close()
  }
  const all = await open(21)
  await expect(all.names('edited')).resolves.toEqual(['Day 1', 'Day 2', 'Day 10', 'Day 20'])
  await all.close()

  const pruned = await open(21, 15)
  // The revision of day 2 stays: it was the current one when the kept period begins.
  await expect(pruned.names('edited')).resolves.toEqual(['Day 2', 'Day 10', 'Day 20'])
  await expect(pruned.at('edited', 7)).resolves.toBe('Day 2')
  await expect(pruned.client.getDocument('untouched')).resolves.toMatchObject({name: 'Day 1'})
  await expect(pruned.names('untouched')).resolves.toEqual(['Day 1'])
  await pruned.close()

  const later = await open(60, 1)
  await expect(later.names('edited')).resolves.toEqual(['Day 20'])
  await later.client.patch('edited').set({name: 'Day 60'}).commit()
  await expect(later.names('edited')).resolves.toEqual(['Day 20', 'Day 60'])
  await later.close()
})

test('a deleted document disappears once its deletion is older than historyDays', async () => {
  const open = dataFile()
  const first = await open(1)
  await first.client.create({_id: 'gone', _type: 'guest', name: 'Leaving'})
  await first.client.delete('gone')
  await first.client.create({_id: 'there', _type: 'guest'})
  await first.close()
  const soon = await open(3, 5)
  await expect(soon.names('gone')).resolves.toEqual(['Leaving', undefined])
  await soon.close()
  const late = await open(30, 5)
  await expect(late.names('gone')).resolves.toEqual([])
  await late.client.create({_id: 'gone', _type: 'guest', name: 'Back'})
  await expect(late.names('gone')).resolves.toEqual(['Back'])
  await late.close()
})

test('an archived release can be unarchived at any age', async () => {
  const open = dataFile()
  const first = await open(1)
  const releaseId = 'old'
  await first.client.releases.create({releaseId})
  const document = {_id: 'versions.old.guest-1', _type: 'guest', name: 'Put away'}
  await first.client.createVersion({releaseId, publishedId: 'guest-1', document})
  await first.client.releases.archive({releaseId})
  await first.close()
  const late = await open(300, 1)
  await late.client.releases.unarchive({releaseId})
  await expect(late.client.getDocument(document._id)).resolves.toMatchObject({name: 'Put away'})
  await late.close()
})

test('an invalid historyDays is rejected', () => {
  for (const historyDays of [0, -1, Number.NaN]) {
    const open = () => createLake({file: ':memory:', projectId: 'p', dataset: 'd', historyDays})
    expect(open).toThrow(expect.toSatisfy(isLakeError))
  }
})
