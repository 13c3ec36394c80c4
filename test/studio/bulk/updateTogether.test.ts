import {expect, test} from 'vitest'

import {bulkLists, patchOf} from '../../../studio/bulk/bulkActs.ts'
import {updateTogether} from '../../../studio/bulk/updateTogether.ts'

function sessions(count: number) {
  return Array.from({length: count}, (_, index) => ({id: `s${index}`, title: `Session ${index}`}))
}

/** A step that fails for a transaction with one of the ids. */
function step(...bad: string[]) {
  const runs: number[] = []
  const done: string[] = []
  return {
    runs,
    done,
    run: async (ids: readonly string[]) => {
      runs.push(ids.length)
      const failing = ids.find((id) => bad.includes(id))
      if (failing !== undefined) throw new Error(`${failing} has no reason`)
      done.push(...ids)
    },
  }
}

test('sessions are updated ten at a time, and progress is reported after each transaction', async () => {
  const update = step()
  const progress: number[] = []
  const all = sessions(21)
  const result = await updateTogether(all, {
    update: update.run,
    onProgress: (count) => progress.push(count),
  })
  expect(result).toEqual({done: all, failures: []})
  expect([update.runs, progress]).toEqual([
    [10, 10, 1],
    [10, 20, 21],
  ])
})

test('a session that fails is named, and does not hold back the other nineteen', async () => {
  const update = step('s7')
  const result = await updateTogether(sessions(20), {update: update.run})
  expect(result.done).toHaveLength(19)
  expect(result.failures).toEqual([{id: 's7', title: 'Session 7', message: 's7 has no reason'}])
  expect(update.done).toHaveLength(19)
  // Halves find it in few transactions, not in one for each session.
  expect(update.runs.length).toBeLessThan(12)
})

test('nothing selected needs no transaction', async () => {
  const update = step()
  expect(await updateTogether([], {update: update.run})).toEqual({done: [], failures: []})
  expect(update.runs).toEqual([])
})

test('only a cancellation has a reason, which its rule requires', () => {
  const acts = bulkLists.flatMap((list) => list.acts)
  const patches = Object.fromEntries(
    acts.map((act) => [act.id, patchOf(act, {reason: 'No moderator', unrecorded: false})]),
  )
  expect(patches).toEqual({
    held: {status: 'held'},
    'held-unrecorded': {status: 'held', recordingPolicy: 'notRecorded'},
    cancelled: {status: 'cancelled', cancelReason: 'No moderator'},
    unrecorded: {recordingPolicy: 'notRecorded'},
  })
})

test('sessions that are held together can be not recorded together, so that no list grows by them', () => {
  const held = bulkLists.flatMap((list) => list.acts).find(({id}) => id === 'held')
  expect(held && patchOf(held, {reason: '', unrecorded: true})).toEqual({
    status: 'held',
    recordingPolicy: 'notRecorded',
  })
})
