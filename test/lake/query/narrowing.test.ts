import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import type {StoredDocument} from '../../../lake/document.ts'
import {compileQuery, type Slice} from '../../../lake/query/compileQuery.ts'
import {Dataset} from '../../../lake/query/dataset.ts'
import {evaluateQuery} from '../../../lake/query/evaluateQuery.ts'

const now = new Date('2024-03-20T00:00:00Z')
const untimed: Slice = (job) => job()
const context = {projectId: 'p', dataset: 'd', identity: 'me', now}
const ids = ['a', 'b', 'c', 'd.e', 'drafts.a', 'drafts.c', 'versions.r.a']
const types = ['guest', 'talk', 'series']

// groq-js calls `hasOwnProperty` of objects, which parsed JSON has.
const plainObjects = {noNullPrototype: true} as const
const reference = fc.record(
  {_type: fc.constant('reference'), _ref: fc.constantFrom(...ids, 'nowhere')},
  plainObjects,
)
const document = (id: string) =>
  fc.record(
    {
      _id: fc.constant(id),
      _type: fc.constantFrom(...types),
      _rev: fc.constant('r'),
      _createdAt: fc.constant('2024-01-01T00:00:00Z'),
      _updatedAt: fc.constant('2024-01-01T00:00:00Z'),
      n: fc.constantFrom(1, 2, null),
      one: fc.option(reference, {nil: undefined}),
      many: fc.array(reference, {maxLength: 3}),
      kind: fc.constantFrom(...types, null, 3),
    },
    plainObjects,
  )
const documents = fc.subarray(ids).chain((some) => fc.tuple(...some.map(document)))

const id = fc.constantFrom(...ids.map((one) => JSON.stringify(one)), '$id', '^._id', 'null', '3')
const type = fc.constantFrom(...types.map((one) => JSON.stringify(one)), '$type', '^.kind', 'kind')
const list = fc.constantFrom(
  '["a", "c"]',
  '$ids',
  '[]',
  '["a", null]',
  '^.many[]._ref',
  '"a"',
  '[$id, ^._id]',
)
const condition = fc.letrec<{any: string; nested: string; leaf: string}>((tie) => ({
  any: fc.oneof(
    {maxDepth: 3},
    tie('leaf'),
    tie('nested'),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `${a} && ${b}`),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a} || ${b})`),
    tie('any').map((one) => `!(${one})`),
  ),
  // Queries in conditions: constant ones, and ones that read the documents around them.
  nested: fc
    .tuple(
      fc.constantFrom(
        (where: string) => `_id in *[${where}]._id`,
        (where: string) => `one._ref in *[${where}] | order(n desc).many[]._ref`,
        (where: string) => `references(*[${where}]._id)`,
        (where: string) => `kind in *[${where}]{"k": ^.kind}.k`,
        (where: string) => `n in *[${where}]{"s": *[kind == ^.^.kind]}.s[].n`,
        (where: string) => `count(*[${where}][n == ^.n]) > 1`,
        (where: string) => `defined(*[${where}][0...2][references(^.^._id)])`,
        (where: string) => `n in *[${where}].many[]{"n": @->n}.n`,
      ),
      tie('any'),
    )
    .map(([query, where]) => query(where)),
  leaf: fc.oneof(
    type.map((value) => `_type == ${value}`),
    type.map((value) => `${value} == _type`),
    id.map((value) => `_id == ${value}`),
    list.map((value) => `_id in ${value}`),
    list.map((value) => `references(${value})`),
    id.map((value) => `references(${value})`),
    fc.tuple(id, list).map(([a, b]) => `references(${a}, ${b})`),
    fc.constantFrom('_type in ["guest", "talk"]', '_type in $types', '_id in path("drafts.**")'),
    fc.constantFrom('n == 1', 'defined(one)', 'one->n == 2', 'count(many) > 1', '_id == one._ref'),
    id.map((value) => `sanity::versionOf(${value})`),
  ),
})).any
const query = fc.oneof(
  condition.map((where) => `*[${where}]`),
  fc.tuple(condition, condition).map(([a, b]) => `*[${a}][${b}]{_id, "one": one->{_id, n}}`),
  fc.tuple(condition, condition).map(([a, b]) => `*[${a}]{_id, "inner": *[${b}]._id}`),
  fc
    .tuple(condition, condition, condition)
    .map(([a, b, c]) => `*[${a}]{"x": *[${b}]{"y": count(*[${c} && _id != ^.^._id])}}`),
  condition.map((where) => `count(*[${where}])`),
  condition.map((where) => `*[${where}] | order(n desc, _id asc)[0...2]`),
  condition.map((where) => `*[count(*[${where}]) > 1]._id`),
  condition.map((where) => `*[_type == "talk"].many[]->{"b": *[${where}]._id}`),
)
const params = {id: 'a', type: 'talk', ids: ['a', 'drafts.c'], types: ['guest', 'series']}

async function plain(text: string, all: readonly StoredDocument[]): Promise<unknown> {
  const value = await evaluate(parse(text), {dataset: all, params, timestamp: now, identity: 'me'})
  return value.get()
}

describe('a filter over candidates only returns what groq-js returns over all documents', () => {
  test('for generated, nested filters and generated documents', async () => {
    let narrowed = 0
    await fc.assert(
      fc.asyncProperty(documents, query, async (all, text) => {
        const {raw} = new Dataset(all)
        const {result, dependencies} = evaluateQuery(
          compileQuery(text, params, untimed),
          params,
          raw,
          context,
        )
        if (!dependencies.everything) narrowed++
        expect(result).toEqual(await plain(text, raw.all()))
      }),
      {numRuns: 600},
    )
    // Proves that the property tests narrowing at all.
    expect(narrowed).toBeGreaterThan(60)
  })

  test.each([
    ['*[_type == "guest"]', false],
    ['*[_type == $type && n > 1] | order(n asc)', false],
    ['*[_id in $ids]{_id, "talks": *[references(^._id)]}', false],
    ['*[_type == "talk" || _type == "guest"]', false],
    ['*[n == 1]', true],
    ['*[_type == "talk" || n == 1]', true],
    ['*', true],
  ])('%s scans everything: %s', (text, scans) => {
    expect(compileQuery(text, params, untimed).scans).toBe(scans)
  })
})

describe('a query in a condition', () => {
  const all = ids.map((_id) => ({
    _id,
    _type: 'guest',
    _rev: 'r',
    _createdAt: '2024-01-01T00:00:00Z',
    _updatedAt: '2024-01-01T00:00:00Z',
  }))
  const evaluateAll = (text: string) =>
    evaluateQuery(compileQuery(text, params, untimed), params, new Dataset(all).raw, context)

  test('that is constant is evaluated once, because 20 nested ones would need 7²⁰ steps', () => {
    const nested = Array.from({length: 20}).reduce<string>(
      (inner) => `*[_id in ${inner}]._id`,
      '*[_id >= "c"]._id',
    )
    expect(evaluateAll(nested).result).toEqual(ids.filter((one) => one >= 'c'))
  })

  test('gives the ids of the candidates', () => {
    const {dependencies, result} = evaluateAll('*[_id in *[_type == "guest"][0...2]._id]._id')
    expect(result).toEqual(['a', 'b'])
    expect(dependencies).toMatchObject({everything: false, ids: new Set(['a', 'b'])})
  })
})

test('after any sequence of writes, the index equals one that is built from scratch', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.tuple(fc.constantFrom(...ids), fc.boolean()), {maxLength: 30})
        .chain((steps) =>
          fc.tuple(...steps.map(([one, keep]) => (keep ? document(one) : fc.constant(one)))),
        ),
      (steps) => {
        const dataset = new Dataset([])
        const stacks = [['drafts'], ['r', 'drafts'], ['r']]
        for (const names of stacks) dataset.index({kind: 'stack', names})
        for (const step of steps) {
          if (typeof step === 'string') dataset.set(step, undefined)
          else dataset.set(step._id, step)
        }
        const rebuilt = new Dataset(dataset.raw.all())
        const perspectives = [
          {kind: 'raw' as const},
          {kind: 'published' as const},
          ...stacks.map((names) => ({kind: 'stack' as const, names})),
        ]
        for (const perspective of perspectives) {
          const [updated, expected] = [dataset.index(perspective), rebuilt.index(perspective)]
          expect(updated.all()).toEqual(expected.all())
          for (const one of types) expect(updated.byType(one)).toEqual(expected.byType(one))
          for (const one of ids) expect(updated.byReference(one)).toEqual(expected.byReference(one))
        }
      },
    ),
  )
})
