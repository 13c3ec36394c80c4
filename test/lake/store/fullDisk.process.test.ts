import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {Dataset} from '../../../lake/query/dataset.ts'
import {openDatabase} from '../../../lake/store/openDatabase.ts'
import {storeOn} from '../../../lake/store/store.ts'
import {Transactor} from '../../../lake/transactor.ts'
import {testNow} from '../../support/clock/testNow.ts'

test('on a full disk, a write fails and changes neither disk nor memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-full-'))
  const file = join(folder, 'lake.db')
  try {
    const database = openDatabase(file)
    // Limits the pages, like a disk with little space.
    database.exec('PRAGMA max_page_count = 40')
    const store = storeOn(database)
    const dataset = new Dataset([])
    const committed: string[] = []
    let ids = 0
    const transactor = new Transactor({
      store,
      dataset,
      clock: {now: testNow},
      makeId: () => `id-${ids++}`,
      startSelecting: () => () => [],
      onCommit: (transaction) => void committed.push(transaction.id),
    })
    const create = (_id: string, size: number) =>
      transactor.transact(
        (run) => void run([{create: {_id, _type: 'guest', bio: 'x'.repeat(size)}}]),
        {author: 'me', transactionId: `tx-${_id}`},
      )
    create('before', 100)
    const full = expect.objectContaining({code: 'storage', message: expect.stringMatching(/full/)})
    expect(() => create('too-large', 500_000)).toThrow(full)
    create('after', 100)
    expect(dataset.raw.all().map(({_id}) => _id)).toEqual(['after', 'before'])
    expect(committed).toEqual(['tx-before', 'tx-after'])
    store.close()

    const reopened = storeOn(openDatabase(file))
    expect([...reopened.documents()].map(({_id}) => _id)).toEqual(['after', 'before'])
    reopened.close()
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
