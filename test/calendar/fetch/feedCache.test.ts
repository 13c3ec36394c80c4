import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {fileCache} from '../../../calendar/fetch/fileCache.ts'
import {memoryCache} from '../../../calendar/fetch/memoryCache.ts'
import {feedCacheContract, record} from './feedCacheContract.ts'

let folder: string
let count = 0
const fresh = () => join(folder, String(count++))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-feeds-'))
})
afterAll(() => rm(folder, {recursive: true}))

describe('in memory', () => {
  feedCacheContract(async () => memoryCache())
})

describe('in files', () => {
  feedCacheContract(async () => fileCache(fresh()))

  test('another process reads the records of this one', async () => {
    const path = fresh()
    await fileCache(path).set('todo', record)
    expect(await fileCache(path).get('todo')).toEqual(record)
  })

  test('a record that another process replaced is read again', async () => {
    const path = fresh()
    const [mine, other] = [fileCache(path), fileCache(path)]
    await mine.set('todo', record)
    await mine.get('todo')
    await other.set('todo', {...record, failures: 7})
    expect((await mine.get('todo'))?.failures).toBe(7)
  })

  test.each(['', '{"version":1', '{"version":2}', '[]'])(
    'a damaged file (%s) counts as absent, and is replaced',
    async (damaged) => {
      const path = fresh()
      await fileCache(path).set('todo', record)
      const [name] = await readdir(path)
      await writeFile(join(path, name ?? ''), damaged)
      const cache = fileCache(path)
      expect(await cache.get('todo')).toBeUndefined()
      await cache.set('todo', record)
      expect(await cache.get('todo')).toEqual(record)
    },
  )

  test('no temporary file is left behind', async () => {
    const path = fresh()
    const cache = fileCache(path)
    await Promise.all(Array.from({length: 5}, () => cache.set('todo', record)))
    expect(await readdir(path)).toHaveLength(1)
  })
})
