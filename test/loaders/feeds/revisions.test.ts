import {expect, test} from 'vitest'

import {documentRevision, rememberedRevisions} from '../../../loaders/feeds/index.ts'
import {publishedEvent} from './publishedEvents.ts'

test('SEQUENCE rises with each change of the document', () => {
  const before = documentRevision(publishedEvent({changedAt: '2026-03-01T10:00:00Z'}))
  const after = documentRevision(publishedEvent({changedAt: '2026-03-01T10:00:01Z'}))
  expect(after.sequence).toBe(before.sequence + 1)
})

test('SEQUENCE fits the 31 bits of calendar programs until 2087', () => {
  const {sequence} = documentRevision(publishedEvent({changedAt: '2087-12-31T00:00:00Z'}))
  expect(sequence).toBeLessThan(2 ** 31)
})

test('an event of a feed keeps its revision until its content changes, and then it rises', () => {
  const memory = new Map()
  const at = (now: string, title: string) =>
    rememberedRevisions(memory, now)(publishedEvent({kind: 'feed', title})).sequence
  const first = at('2026-03-01T10:00:00Z', 'Call')
  expect(at('2026-03-02T10:00:00Z', 'Call')).toBe(first)
  const second = at('2026-03-03T10:00:00Z', 'Call, moved')
  expect(second).toBeGreaterThan(first)
  expect(at('2026-03-04T10:00:00Z', 'Call, moved')).toBe(second)
})

test('SEQUENCE rises once after the memory is lost, because a lower one would hide the next change', () => {
  const event = publishedEvent({kind: 'feed'})
  const before = rememberedRevisions(new Map(), '2026-03-01T10:00:00Z')(event)
  const after = rememberedRevisions(new Map(), '2026-03-05T10:00:00Z')(event)
  expect(after.sequence).toBeGreaterThan(before.sequence)
})
