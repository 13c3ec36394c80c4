import {expect, it, vi} from 'vitest'

import {createPublishGuard} from '../../../studio/form/publishGuard.ts'
import {createUnstoredInput} from '../../../studio/form/unstoredInput.ts'

const reason = 'Time zone: “CST” is not saved. Choose a place.'

function guarded() {
  const unstored = createUnstoredInput()
  let time = 0
  const guard = createPublishGuard(unstored, () => time)
  return {unstored, guard, wait: (ms: number) => (time += ms)}
}

it('refuses while typed input is not stored, because the old value would be published silently', () => {
  const {unstored, guard} = guarded()
  unstored.report('one', 'zone', reason)
  expect(guard.decide('one', 'a')).toEqual({kind: 'refuse', reason})
  expect(guard.decide('two', 'a')).toEqual({kind: 'publish'})
  unstored.report('one', 'zone', undefined)
  expect(guard.decide('one', 'a')).toEqual({kind: 'publish'})
})

it('refuses until the last control is stored, and says which one is open', () => {
  const {unstored} = guarded()
  const changed = vi.fn<() => void>()
  const end = unstored.subscribe(changed)
  unstored.report('one', 'zone', reason)
  unstored.report('one', 'zone', reason)
  unstored.report('one', 'time', 'Time: “25:00” is no time.')
  unstored.report('one', 'zone', undefined)
  expect(unstored.reasonFor('one')).toBe('Time: “25:00” is no time.')
  expect(changed).toHaveBeenCalledTimes(3)
  end()
  unstored.report('one', 'time', undefined)
  expect(changed).toHaveBeenCalledTimes(3)
})

it('ignores the second click of a double click, because the draft is gone then', () => {
  const {guard, wait} = guarded()
  expect(guard.decide('one', 'a')).toEqual({kind: 'publish'})
  wait(150)
  expect(guard.decide('one', 'a')).toEqual({kind: 'ignore'})
  expect(guard.decide('one', 'b'), 'another draft').toEqual({kind: 'publish'})
  wait(5_000)
  expect(guard.decide('one', 'b'), 'another attempt').toEqual({kind: 'publish'})
})
