import {expect, test} from 'vitest'

import {bulkSummary, progressText} from '../../../studio/bulk/bulkWords.ts'
import {readBulkSessions} from '../../../studio/bulk/bulkSessions.ts'
import {undoChanges} from '../../../studio/bulk/undoChanges.ts'

const act = {becomes: 'held'}
const titled = (title: string, hasDraft = false) => ({title, hasDraft})

test('the summary says how many sessions change, which ones, and that visitors see it', () => {
  const sessions = ['A', 'B', 'C', 'D', 'E'].map((title) => titled(title))
  expect(bulkSummary({act, sessions, publishes: true})).toEqual([
    '5 sessions become held, and visitors see it at once: “A”, “B”, “C” and 2 more.',
  ])
  expect(bulkSummary({act, sessions: [titled('A')], publishes: false})).toEqual([
    '1 session becomes held, as drafts, which you publish later: “A”.',
  ])
})

test('the summary says that other changes are published too, because Undo does not take them back', () => {
  const [, other] = bulkSummary({act, sessions: [titled('A', true), titled('B')], publishes: true})
  expect(other).toContain('One of them has other changes')
})

test('the progress has a number, so that no one takes an act for finished', () => {
  expect(progressText(7, 21, true)).toBe('Publishing: 7 of 21 sessions are done…')
})

test('Undo gives each session its own values back, and removes those that it did not have', () => {
  const {sessions} = readBulkSessions({
    total: 4,
    sessions: [
      {_id: 'a', title: 'A', status: 'planned'},
      {_id: 'b', title: 'B', status: 'confirmed', recordingPolicy: 'recorded'},
      {_id: 'c', title: 'C', status: 'planned'},
      {_id: 'd', _originalId: 'drafts.d', title: 'D', status: 'planned'},
    ],
  })
  const changes = undoChanges(sessions, ['status', 'recordingPolicy'])
  expect(changes.map(({change, sessions: its}) => [its.map(({id}) => id), change])).toEqual([
    [['a', 'c'], {set: {status: 'planned'}, unset: ['recordingPolicy']}],
    [['b'], {set: {status: 'confirmed', recordingPolicy: 'recorded'}, unset: []}],
  ])
})
