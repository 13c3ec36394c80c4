import {describe, expect, test} from 'vitest'
import {QuerySyntaxFault} from '../../../lake/faults.ts'
import {DocumentIndex} from '../../../lake/query/documentIndex.ts'
import {evaluateDelta} from '../../../lake/query/evaluateDelta.ts'
import {context, evaluateGroq, stored, untimed} from '../support/groq.ts'

const post = {
  _id: 'a',
  _type: 'post',
  title: 'Old',
  body: 'Text',
  tags: [
    {id: 'x', n: 1},
    {id: 'y', n: 2},
  ],
}
const before = stored(post)
const after = stored({
  ...post,
  title: 'New',
  tags: [
    {id: 'x', n: 1},
    {id: 'y', n: 3},
  ],
})

function delta(
  expression: string,
  change: {before?: typeof before; after?: typeof after} = {before, after},
) {
  return evaluateDelta(expression, {
    before: change.before,
    after: change.after,
    slice: untimed,
    context,
  })
}

describe('the filter and the projection of a webhook', () => {
  test.each([
    ['delta::changedAny(title)', true],
    ['delta::changedAny(body)', false],
    ['delta::changedAny((body, title))', true],
    ['delta::changedAny(tags)', true],
    ['delta::changedAny(tags[id == "x"].n)', false],
    ['delta::changedAny(tags[id == "y"].n)', true],
    ['delta::changedAny(tags[].(id, n))', true],
    ['delta::changedAny(anywhere(id == "y"))', true],
    ['delta::changedAny(tags[id == ^.missing].n)', false],
    ['delta :: changedAny ( title )', true],
    ['{"a":delta::changedAny((body, title))}', {a: true}],
    ['delta // of\n ::changedAny // the\n ((body, title))', true],
    [
      '{"a":":delta::changedAny((x))", "b": true} // :delta::changedAny((',
      {a: ':delta::changedAny((x))', b: true},
    ],
    ['delta::changedOnly((title, tags))', true],
    ['delta::changedOnly(title)', false],
    ['delta::changedOnly((title, tags[].n))', true],
    ['_type == "post" && delta::changedAny(title) && !delta::changedAny(body)', true],
    ['title match "new"', true],
    ['title match text::query("new")', true],
    ['before().title + after().title', 'OldNew'],
    ['delta::operation()', 'update'],
    [
      '{_id, "was": before().title, "op": delta::operation(), "s": "delta::changedAny(x)"}',
      {_id: 'a', was: 'Old', op: 'update', s: 'delta::changedAny(x)'},
    ],
  ])('%s is %j', (expression, expected) => {
    expect(delta(expression)).toEqual(expected)
  })

  test('know created and deleted documents', () => {
    const expression = '{"op": delta::operation(), title, "any": delta::changedAny(title)}'
    expect(delta(expression, {after})).toEqual({op: 'create', title: 'New', any: true})
    expect(delta(expression, {before})).toEqual({op: 'delete', title: 'Old', any: true})
    expect(delta('before() == null && after() != null', {after})).toBe(true)
  })

  test('read other documents and parameters', () => {
    const index = new DocumentIndex()
    index.put(stored({_id: 'b', _type: 'author'}))
    const options = {before, after, slice: untimed, context, index, params: {type: 'author'}}
    expect(evaluateDelta('{"n": count(*[_type == $type])}', options)).toEqual({n: 1})
  })

  test.each([
    ['delta::changedAny(title + 1)', 0],
    ['delta::changedAny(title) && ]', 28],
  ])('%s is an error with a position in the expression', (expression, start) => {
    expect(() => delta(expression)).toThrow(QuerySyntaxFault)
    expect(() => delta(expression)).toThrow(expect.objectContaining({start}))
  })
})

test('a query without a change cannot use the change', () => {
  expect(() => evaluateGroq('delta::changedAny(title)')).toThrow(QuerySyntaxFault)
  expect(() => evaluateGroq('before()')).toThrow(QuerySyntaxFault)
})

test.each([
  ['diff::changedAny({"a": 1}, {"a": 2}, a)', true],
  ['diff::changedAny({"a": null}, {}, a)', false],
  ['diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 1}, a)', true],
  ['diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 2}, a)', false],
  ['*[_id == "a"]{"d": diff::changedAny(@, *[_id == "b"][0], tags[id == ^.one].n)}.d', [true]],
])('%s is %j', (query, expected) => {
  const documents = [
    {_id: 'a', _type: 't', one: 'x', tags: [{id: 'x', n: 1}]},
    {_id: 'b', _type: 't', one: 'y', tags: [{id: 'x', n: 2}]},
  ]
  expect(evaluateGroq(query, documents).result).toEqual(expected)
})
