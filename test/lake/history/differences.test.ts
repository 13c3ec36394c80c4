import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString()

/** Returns a function that opens one data file as of a day in January 2026. */
function dataFile() {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return async (number: number, historyDays?: number) => {
    let seconds = 0
    const {clientWith, close} = await runLake({
      file: join(folder, 'lake.db'),
      clock: {now: () => new Date(Date.UTC(2026, 0, number, 12, 0, seconds++))},
      confirmedDate: day(number),
      ...(historyDays && {historyDays}),
    })
    const client = clientWith({perspective: 'raw'})
    const since = (time: string) =>
      client.request<{
        begins: string | null
        differences: {id: string; before: {name?: string} | null; exists: boolean}[]
      }>({url: '/data/history/production/differences', query: {time}})
    return {client, since, close}
  }
}

test('every document that was created, changed or deleted since a moment is listed with its state then', async () => {
  const open = dataFile()
  const first = await open(5)
  for (const _id of ['kept', 'changed', 'deleted']) {
    await first.client.create({_id, _type: 'guest', name: 'before'})
  }
  await first.close()
  const {client, since, close} = await open(10)
  await client.patch('changed').set({name: 'after'}).commit()
  await client.patch('kept').set({name: 'after'}).commit()
  await client.patch('kept').set({name: 'before'}).commit()
  await client.delete('deleted')
  await client.create({_id: 'created', _type: 'guest', name: 'after'})
  const {differences} = await since(day(7))
  expect(differences).toMatchObject([
    {id: 'changed', before: {name: 'before'}, exists: true},
    {id: 'created', before: null, exists: true},
    {id: 'deleted', before: {name: 'before'}, exists: false},
  ])
  expect((await since(day(11))).differences).toEqual([])
  await close()
})

test('a moment before the history has no list, because all documents would look new', async () => {
  const open = dataFile()
  const empty = await open(1)
  expect(await empty.since(day(1))).toEqual({begins: null, differences: []})
  await empty.client.create({_id: 'a', _type: 'guest', name: 'one'})
  await empty.close()
  const second = await open(10)
  await second.client.patch('a').set({name: 'two'}).commit()
  expect(await second.since(day(1))).toMatchObject({differences: []})
  expect((await second.since(day(5))).differences).toMatchObject([{before: {name: 'one'}}])
  await second.close()
  const pruned = await open(20, 5)
  const {begins, differences} = await pruned.since(day(5))
  expect(begins).toContain('2026-01-15T12:00')
  expect(differences).toEqual([])
  await pruned.close()
})

test('a time that is no instant is refused', async () => {
  const {since, close} = await dataFile()(1)
  await expect(since('yesterday')).rejects.toThrow('not an ISO 8601 time')
  await close()
})
