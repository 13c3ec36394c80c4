import {describe, expect, it} from 'vitest'

import {applySteps, type StepStore, undoSteps} from '../../../studio/season/applySteps.ts'
import type {Step} from '../../../studio/season/step.ts'
import {resultWords} from '../../../studio/season/stepWords.ts'

const create = (id: string): Step => ({
  id,
  names: [id],
  write: {kind: 'create', document: {_id: `drafts.${id}`, _type: 'touchpoint'}},
})
const patch = (id: string): Step => ({
  id,
  names: [id],
  write: {
    kind: 'patch',
    id: `drafts.${id}`,
    revision: 'r1',
    set: {status: 'cancelled', cancelReason: 'Off'},
    before: {status: 'planned', cancelReason: undefined},
  },
})

/** Records calls. Rejects those for ids that contain `bad`. */
function recordingStore() {
  const calls: unknown[][] = []
  const record =
    (name: string, result: string) =>
    async (...values: unknown[]) => {
      calls.push([name, ...values])
      if (JSON.stringify(values).includes('bad')) throw new Error('Already exists')
      return result
    }
  const store: StepStore = {
    create: record('create', 'r-created'),
    patch: record('patch', 'r-patched'),
    discard: async (id, revision) => {
      await record('discard', '')(id, revision)
    },
  }
  return {calls, store}
}

describe('writing steps', () => {
  it('goes on after a step that fails, and says which one and why', async () => {
    const {store} = recordingStore()
    const counts: number[] = []
    const steps = [create('a'), create('bad'), patch('c')]
    const result = await applySteps(steps, store, (count) => counts.push(count))
    expect(result.done.map(({step, revision}) => [step.id, revision])).toEqual([
      ['a', 'r-created'],
      ['c', 'r-patched'],
    ])
    expect(result.failed).toMatchObject([{step: {id: 'bad'}, reason: 'Already exists'}])
    expect(counts).toEqual([1, 2, 3])
    expect(resultWords('cancel', result, {kind: 'drafts'})).toEqual({
      text: 'Cancel: 2 dates done as drafts, 1 date failed.',
      failures: ['bad: Already exists.'],
    })
  })

  it('fails for a document that was deleted since', async () => {
    const {store} = recordingStore()
    const step: Step = {id: 'a', names: ['a'], write: {kind: 'missing'}}
    expect((await applySteps([step], store)).failed).toMatchObject([
      {reason: 'It was deleted since'},
    ])
  })

  it('counts a date as failed if one of its two documents failed', async () => {
    const {store} = recordingStore()
    const result = await applySteps(
      [
        {...create('a'), names: ['x']},
        {...create('bad'), names: ['x']},
      ],
      store,
    )
    expect(resultWords('move', result, {kind: 'drafts'}).text).toBe(
      'Move: 0 dates done as drafts, 1 date failed.',
    )
  })
})

describe('undoing steps', () => {
  it('discards what was created and restores what was patched, in the revision that was written', async () => {
    const {calls, store} = recordingStore()
    const {done} = await applySteps([create('a'), patch('b')], store)
    calls.length = 0
    const {undone, failed} = await undoSteps(done, store)
    expect(calls).toEqual([
      ['patch', 'drafts.b', 'r-patched', {status: 'planned', cancelReason: undefined}],
      ['discard', 'drafts.a', 'r-created'],
    ])
    expect(undone).toHaveLength(2)
    expect(failed).toEqual([])
  })

  it('leaves a document that was published or changed since', async () => {
    const {store} = recordingStore()
    const {undone, failed} = await undoSteps([{step: create('bad'), revision: 'r1'}], store)
    expect(undone).toEqual([])
    expect(failed).toMatchObject([{reason: 'It was published, changed or deleted since'}])
  })
})
