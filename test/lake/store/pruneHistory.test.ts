import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {StoredDocument} from '../../../lake/document.ts'
import {openDatabase} from '../../../lake/store/openDatabase.ts'
import {storeOn} from '../../../lake/store/store.ts'

const ids = ['a', 'b', 'versions.r.a'] as const
const timeOf = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString()

/** What each transaction does to each document: a new revision, a deletion, or nothing. */
const doing = fc.constantFrom('write', 'delete', 'leave')
const transaction = fc.record({a: doing, b: doing, 'versions.r.a': doing})

test('nothing that was so at the instant or later looks different for what is forgotten', () => {
  fc.assert(
    fc.property(
      fc.array(transaction, {minLength: 1, maxLength: 12}),
      fc.nat({max: 12}),
      (transactions, from) => {
        const database = openDatabase(':memory:')
        const store = storeOn(database)
        const current = new Map<string, StoredDocument>()
        transactions.forEach((done, index) => {
          const timestamp = timeOf(index)
          const changes = ids.flatMap((id) => {
            const before = current.get(id)
            if (done[id] === 'leave' || (done[id] === 'delete' && !before)) return []
            if (done[id] === 'delete') {
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
        const seen = () => ({
          documents: [...store.documents()],
          last: store.lastTimestamp(),
          putAway: store.lastRevision('versions.r.a'),
          asItWas: transactions.map((_, index) =>
            index < from ? [] : ids.map((id) => store.revisionAt(id, timeOf(index))),
          ),
          transactions: store
            .transactions(ids)
            .filter(({timestamp}) => timestamp >= timeOf(from))
            .map(({id, changes}) => ({id, changes})),
        })
        const before = seen()
        store.pruneHistory(timeOf(from))
        expect(seen()).toEqual(before)
        // And again there is nothing left to forget.
        expect(store.pruneHistory(timeOf(from))).toBe(0)
        store.close()
      },
    ),
    {numRuns: 500},
  )
})
