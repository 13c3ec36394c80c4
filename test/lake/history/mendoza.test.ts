import fc from 'fast-check'
import {applyPatch, incremental} from 'mendoza'
import {expect, test} from 'vitest'
import {documentEffects, mendozaPatch} from '../../../lake/history/mendoza.ts'

const key = fc.constantFrom('_id', 'a', 'B', 'ä', '😀', 'items', 'z')
const {json} = fc.letrec<{json: unknown; keyed: unknown}>((tie) => ({
  json: fc.oneof(
    {maxDepth: 4},
    fc.constantFrom(null, true, 0, 1, '', 'text', 'ÆØÅ'),
    fc.array(tie('json'), {maxLength: 4}),
    fc.uniqueArray(tie('keyed'), {maxLength: 4, selector: (item) => JSON.stringify(item)}),
    fc.dictionary(key, tie('json'), {noNullPrototype: true}),
  ),
  keyed: fc.record(
    {_key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), value: tie('json')},
    {noNullPrototype: true},
  ),
}))
const document = fc.dictionary(key, json, {noNullPrototype: true, maxKeys: 6})

test('mendoza’s own code applies a patch between any two documents', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const patch = mendozaPatch(before, after)
      expect(applyPatch(before, patch)).toEqual(after)
      const replayed = incremental.applyPatch(incremental.wrap(before, 1), patch, 2)
      expect(incremental.unwrap(replayed)).toEqual(after)
    }),
    {numRuns: 1000},
  )
})

test('a patch leaves out unchanged fields, so that each keeps its author', () => {
  const before = {a: 1, items: [{_key: 'x', n: 1, text: 'kept'}, {_key: 'y'}], z: {kept: 'kept'}}
  const after = {a: 1, items: [{_key: 'x', n: 2, text: 'kept'}, {_key: 'y'}], z: {kept: 'kept'}}
  expect(JSON.stringify(mendozaPatch(before, after))).not.toContain('kept')
})

test('creations and deletions set the whole value', () => {
  expect(mendozaPatch(undefined, {a: 1})).toEqual([0, {a: 1}])
  expect(mendozaPatch({a: 1}, undefined)).toEqual([0, null])
})

test('effects leave out the revision, because the Studio removes it before it applies them', () => {
  const common = {_id: 'one', _type: 'guest', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: ''}
  const before = {...common, _rev: 'r1', name: {first: 'Ada', last: 'L'}, zip: 1}
  const after = {...common, _rev: 'r2', name: {first: 'Ada', last: 'Lovelace'}}
  const {apply, revert} = documentEffects({documentId: 'one', before, after, mutations: []})
  const {_rev: previous, ...contentBefore} = before
  const {_rev: next, ...contentAfter} = after
  expect(previous).not.toBe(next)
  expect(applyPatch(contentBefore, apply)).toEqual(contentAfter)
  expect(applyPatch(contentAfter, revert)).toEqual(contentBefore)
})
