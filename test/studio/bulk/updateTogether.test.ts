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

test('twenty sessions are saved in one transaction and published in one', async () => {
  const [save, publish] = [step(), step()]
  const result = await updateTogether(sessions(20), {save: save.run, publish: publish.run})
  expect(result).toEqual({done: 20, failures: []})
  expect([save.runs, publish.runs]).toEqual([[20], [20]])
})

test('a session that fails is named, and does not hold back the other nineteen', async () => {
  const publish = step('s7')
  const result = await updateTogether(sessions(20), {save: step().run, publish: publish.run})
  expect(result.done).toBe(19)
  expect(result.failures).toEqual([
    {id: 's7', title: 'Session 7', step: 'publish', message: 's7 has no reason'},
  ])
  expect(publish.done).toHaveLength(19)
  // Halves find it in few transactions, not in one for each session.
  expect(publish.runs.length).toBeLessThan(12)
})

test('a session that was not saved is not published, because its draft has other changes only', async () => {
  const publish = step()
  const result = await updateTogether(sessions(3), {save: step('s1').run, publish: publish.run})
  expect(result.failures.map(({id, step: each}) => [id, each])).toEqual([['s1', 'save']])
  expect(publish.done).toEqual(['s0', 's2'])
})

test('without a publish step, the sessions stay drafts', async () => {
  const save = step()
  expect(await updateTogether(sessions(2), {save: save.run})).toEqual({done: 2, failures: []})
  expect(save.done).toHaveLength(2)
})

test('more sessions than one request may have are handled in several', async () => {
  const save = step()
  expect((await updateTogether(sessions(120), {save: save.run})).done).toBe(120)
  expect(Math.max(...save.runs)).toBeLessThanOrEqual(50)
})

test('nothing selected needs no transaction', async () => {
  const save = step()
  expect(await updateTogether([], {save: save.run})).toEqual({done: 0, failures: []})
  expect(save.runs).toEqual([])
})

test('only a cancellation has a reason, which its rule requires', () => {
  const acts = bulkLists.flatMap((list) => list.acts)
  const patches = Object.fromEntries(acts.map((act) => [act.id, patchOf(act, 'No moderator')]))
  expect(patches).toEqual({
    held: {status: 'held'},
    'held-unrecorded': {status: 'held', recordingPolicy: 'notRecorded'},
    cancelled: {status: 'cancelled', cancelReason: 'No moderator'},
    unrecorded: {recordingPolicy: 'notRecorded'},
  })
})
