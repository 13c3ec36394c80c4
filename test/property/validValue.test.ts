import {isDeepStrictEqual} from 'node:util'

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type * as z from 'zod/mini'

import {touchpointView, type QueryClient} from '../../loaders/index.ts'
import {seriesWithNextView} from '../../loaders/queries/seriesWithNext.ts'
import {cleanText} from '../../loaders/results/cleanText.ts'
import {parseView} from '../../loaders/results/parseView.ts'
import {propertyAt} from '../../loaders/results/path.ts'
import {unfit, validValue} from '../../loaders/results/validValue.ts'
import {recordingView} from '../../loaders/views/recording.ts'
import {workingGroupView} from '../../loaders/views/workingGroup.ts'
import {testNow} from '../support/clock/testNow.ts'
import {sampleLoader} from '../support/sampleLoader.ts'

const answers: unknown[] = []
const recording = (client: QueryClient): QueryClient => ({
  fetch: async (...request) => {
    const answer = await client.fetch(...request)
    answers.push(answer.result)
    return answer
  },
})
await sampleLoader({wrap: recording, settings: {now: testNow}}).meetingsPage()

const views: Readonly<Record<string, z.core.$ZodType>> = {
  upcoming: touchpointView,
  past: touchpointView,
  series: seriesWithNextView,
  recordings: recordingView,
  workingGroups: workingGroupView,
}

/** What a script, an import or an old version may have stored. */
const replacements = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    0,
    -1,
    true,
    [],
    {},
    [null],
    'members',
    'held',
    'with a bell\u0007',
    'invisible \u200b\u200c\u200b\u200c',
    'https://example.org',
    'javascript:alert(1)',
    '2024-03-28T24:00:00Z',
    '2024-03-28T13:00Z',
    '2024-02-30T13:00:00.000Z',
    'Europe/Madrid',
    'CET',
  ),
  fc.string(),
  fc.integer(),
)

const change = fc.record({
  /** How to descend: each number selects a property or a member. */
  steps: fc.array(fc.nat(30), {minLength: 1, maxLength: 6}),
  kind: fc.constantFrom('replace', 'remove', 'add', 'move'),
  replacement: replacements,
})

/** Changes a part of a value, and returns the value. */
function changed(
  value: unknown,
  [step, ...rest]: readonly number[],
  apply: (object: object, key: string) => void,
) {
  if (typeof value !== 'object' || value === null || step === undefined) return value
  const keys = Object.keys(value)
  const key = keys[step % keys.length]
  if (key === undefined) return value
  const inner = propertyAt(value, key)
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) changed(inner, rest, apply)
  else apply(value, key)
  return value
}

function applying({kind, replacement}: {kind: string; replacement: unknown}) {
  return (object: object, key: string) => {
    const own = propertyAt(object, key)
    if (kind === 'replace') Reflect.set(object, key, replacement)
    if (kind === 'add') Reflect.set(object, 'added', replacement)
    if (kind === 'remove' || kind === 'move') Reflect.deleteProperty(object, key)
    // It is the last one then.
    if (kind === 'move') Reflect.set(object, key, own)
  }
}

describe.each(Object.entries(views))('a document of %s', (list, view) => {
  const found = propertyAt(answers[0], list)
  const documents = Array.isArray(found) ? found : []

  test('is read in one pass as its view reads it, also when a part of it was changed', () => {
    const outcomes = {read: 0, left: 0}
    fc.assert(
      fc.property(
        fc.nat(documents.length - 1),
        fc.array(change, {maxLength: 3}),
        (index, changes) => {
          const document: unknown = structuredClone(documents[index])
          for (const each of changes) changed(document, each.steps, applying(each))
          const before = structuredClone(document)
          const read = validValue(view, document)
          const parsed = parseView(view, cleanText(document))
          outcomes[read === unfit ? 'left' : 'read']++
          // As a text, because the order of properties is that of pages and files, too.
          const expected = parsed.success ? JSON.stringify(parsed.data) : unfit
          expect(read === unfit ? unfit : JSON.stringify(read)).toBe(expected)
          expect(isDeepStrictEqual(document, before)).toBe(true)
        },
      ),
      {numRuns: 400, seed: 5},
    )
    expect(Math.min(outcomes.read, outcomes.left)).toBeGreaterThan(20)
  })
})
