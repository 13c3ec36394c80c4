import {describe, expect, test} from 'vitest'
import {QuerySyntaxFault} from '../../../lake/faults.ts'
import {compileQuery} from '../../../lake/query/compileQuery.ts'
import {context, evaluateGroq, untimed} from '../support/groq.ts'

describe('a function that the lake lacks', () => {
  test.each([
    ['* | score(text::semanticSimilarity("x"))', 'text::semanticSimilarity', 10],
    ['*[0...$n]{"a": text::semanticSimilarity("x")}', 'text::semanticSimilarity', 15],
    ['text::query("x")', 'text::query', 0],
    ['*[media::aspect(@, "x")]', 'media::aspect', 2],
  ])('in %s is named, with its position', (query, name, start) => {
    const compile = () => compileQuery(query, {n: 3}, untimed)
    expect(compile).toThrow(QuerySyntaxFault)
    expect(compile).toThrow(`${name}()`)
    expect(compile).toThrow(expect.objectContaining({start}))
  })
})

describe('functions about documents', () => {
  const linked = [
    {_id: 'a', _type: 'person', friend: {_ref: 'b'}},
    {_id: 'b', _type: 'person', friend: {_ref: 'b'}},
    {_id: '_.releases.r', _type: 'system.release', name: 'r'},
  ]
  test.each([
    ['*[_id == "a"][0]{"x": documents::get(friend)._id}.x', 'b'],
    ['documents::get("a")._type', 'person'],
    ['documents::get({"_ref": "dataset:p.d:a"})._type', 'person'],
    ['documents::get({"_ref": "dataset:p.other:a"})', null],
    ['documents::get({"_ref": "media-library:ml1:a"})', null],
    ['*[_id == "b"]{"n": documents::incomingRefCount()}.n', [2]],
    ['*[documents::incomingRefCount() > 0]._id', ['b']],
    ['*[_id == "b"]{"n": documents::incomingGlobalDocumentReferenceCount()}.n', [0]],
    ['releases::all()[]._id', ['_.releases.r']],
    ['user::attributes().team', null],
    ['count(*[sanity::partOfVariant("v")])', 0],
    ['{"a":sanity :: partOfVariant ("v")}', {a: false}],
    ['"sanity::partOfVariant("', 'sanity::partOfVariant('],
    ['sanity::projectId() + sanity::dataset()', 'pd'],
    ['array::unique([null, 1, null, 1])', [null, 1]],
    ['count(array::unique([now(), now(), dateTime(now()), dateTime(now())]))', 2],
    ['path("a.b") in path("a.*")', true],
  ])('%s is %j', (query, expected) => {
    expect(evaluateGroq(query, linked).result).toEqual(expected)
  })

  test('use the indexes', () => {
    expect(evaluateGroq('releases::all()', linked).dependencies.everything).toBe(false)
    const counted = evaluateGroq('*[_id == "b"]{"n": documents::incomingRefCount()}', linked)
    expect(counted.dependencies).toMatchObject({everything: false, references: new Set(['b'])})
  })

  test('of the context keep their values', () => {
    expect(evaluateGroq('now()').result).toBe(context.now.toISOString())
  })
})
