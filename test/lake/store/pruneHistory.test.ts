import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {StoredDocument} from '../../../lake/document.ts'
import {openDatabase} from '../../../lake/store/openDatabase.ts'
import {storeOn} from '../../../lake/store/store.ts'

const ids = ['a', 'b', 'versions.r.a'] as const
const latest = '2026-12-31T00:00:00.000Z'
const timeOf = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString()

/** The change of a document in a transaction: a new revision, a deletion, or none. */
const operation = fc.constantFrom('write', 'delete', 'none')
const transaction = fc.record({a: operation, b: operation, 'versions.r.a': operation})

test('pruning changes nothing about the instant and the time after it', () => {
  fc.assert(
    fc.property(
      fc.array(transaction, {minLength: 1, maxLength: 12}),
      fc.nat({max: 12}),
      (transactions, from) => {
        const database = openDatabase(':memory:')
        const store = storeOn(database)
        const current = new Map<string, StoredDocument>()
        transactions.forEach((operations, index) => {
          const timestamp = timeOf(index)
          const changes = ids.flatMap((id) => {
            const before = current.get(id)
            if (operations[id] === 'none' || (operations[id] === 'delete' && !before)) return []
            if (operations[id] === 'delete') {
              current.delete(id)
              return {documentId: id, ...(before && {before}), mutations: []}
            }
            const times = {_createdAt: timestamp, _updatedAt: timestamp}
            const after = {_id: id, _type: 'guest', _rev: `t${index}`, ...times}
            current.set(id, after)
            return {documentId: id, ...(before && {before}), after, mutations: []}
          })
          if (changes.length > 0) store.write({id: `t${index}`, author: 'me', timestamp, changes})
        })
        const snapshot = () => ({
          documents: [...store.documents()],
          last: store.lastTimestamp(),
          archived: store.lastRevision('versions.r.a'),
          revisions: transactions.map((_, index) =>
            index < from ? [] : ids.map((id) => store.revisionAt(id, timeOf(index), latest)),
          ),
          transactions: [...store.transactions(ids)]
            .filter(({timestamp}) => timestamp >= timeOf(from))
            .map(({id, changes}) => ({id, changes})),
        })
        const before = snapshot()
        store.pruneHistory(timeOf(from), latest)
        expect(snapshot()).toEqual(before)
        // A second run has nothing left to delete.
        expect(store.pruneHistory(timeOf(from), latest)).toBe(0)
        store.close()
      },
    ),
    {numRuns: 500},
  )
})
