import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import type {StoredDocument} from '../../../../lake/document.ts'
import {compileQuery} from '../../../../lake/query/compileQuery.ts'
import {Dataset} from '../../../../lake/query/dataset.ts'
import {evaluateQuery} from '../../../../lake/query/evaluateQuery.ts'
import type {Perspective} from '../../../../lake/query/perspective.ts'
import type {ArraySteps} from '../../../../lake/query/sourceMap/pathResolver.ts'
import {resultSourceMap} from '../../../../lake/query/sourceMap/resultSourceMap.ts'
import {arbitraryDocuments, arbitraryQuery, parameters} from './arbitraryQuery.ts'
import {followLeaves} from './followLeaves.ts'

const context = {
  projectId: 'p',
  dataset: 'd',
  identity: 'me',
  now: new Date('2024-03-20T00:00:00Z'),
}
const perspectives: Perspective[] = [
  {kind: 'raw'},
  {kind: 'published'},
  {kind: 'stack', names: ['drafts']},
  {kind: 'stack', names: ['r', 'drafts']},
]

const isPlace = /^[\w.]+-[a-z]\/[^!]*$/
const times = {_rev: 'r', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z'}
const twoPosts: StoredDocument[] = [
  {...times, _id: 'a', _type: 'post', title: 'A', body: [{_key: 'x', text: 'Ax'}]},
  {...times, _id: 'b', _type: 'post', title: 'B', body: [{_key: 'x', text: 'Bx'}]},
]

function run(
  documents: readonly StoredDocument[],
  query: string,
  {
    perspective = {kind: 'raw'},
    arraySteps = 'key',
  }: {perspective?: Perspective; arraySteps?: ArraySteps} = {},
) {
  const index = new Dataset(documents).index(perspective)
  const compiled = compileQuery(query, parameters, (job) => job())
  const {result} = evaluateQuery(compiled, parameters, index, context)
  const map = resultSourceMap(compiled, parameters, index, context, result, arraySteps)
  return {result, map}
}

describe('the value at the mapped path is the value of the result', () => {
  test('for generated documents and queries, followed as the official client does', () => {
    let mapped = 0
    let values = 0
    fc.assert(
      fc.property(
        arbitraryDocuments,
        arbitraryQuery,
        fc.constantFrom(...perspectives),
        fc.constantFrom<ArraySteps>('index', 'key'),
        (documents, query, perspective, arraySteps) => {
          const {result, map} = run(documents, query, {perspective, arraySteps})
          // Every text is unique and has a slash, so a mapping to another field is a mapping to another value.
          const isContent = (value: unknown) => typeof value === 'string' && isPlace.test(value)
          const leaves = followLeaves(result, map, documents, isContent)
          expect(leaves).toMatchObject({wrong: [], unmapped: []})
          mapped += leaves.mapped
          values++
        },
      ),
      {numRuns: 600},
    )
    // Proves that the property is about something.
    expect(mapped / values).toBeGreaterThan(3)
  })

  test('a planted mapping to another field fails', () => {
    const {result, map} = run(twoPosts, '*[_type == "post"]{title, body}')
    expect(followLeaves(result, map, twoPosts, () => false).wrong).toEqual([])
    const paths = map.paths.map((path) => (path === "$['title']" ? "$['body']" : path))
    expect(followLeaves(result, {...map, paths}, twoPosts, () => false).wrong).not.toEqual([])
    const documents = map.documents.toReversed()
    expect(followLeaves(result, {...map, documents}, twoPosts, () => false).wrong).not.toEqual([])
  })
})

describe('a mapping', () => {
  const documents: StoredDocument[] = [
    ...twoPosts,
    {
      ...times,
      _id: 'c',
      _type: 'page',
      twice: [
        {_key: 'x', text: 'first'},
        {_key: 'x', text: 'second'},
      ],
      quoted: [{_key: "it's", text: 'quoted'}],
      list: ['same', 'other', 'same'],
      "it's": 'a name with a quote',
    },
    {...times, _id: 'drafts.a', _type: 'post', title: 'A draft'},
  ]
  const sourceAt = (query: string, path: string, options?: Parameters<typeof run>[2]) => {
    const {map} = run(documents, query, options)
    const source = map.mappings[path]?.source
    if (source?.type !== 'documentValue') return source?.type
    return `${map.documents[source.document]?._id} ${map.paths[source.path]}`
  }

  test.each([
    // Of a value and all that it contains.
    ['*[_id == "a"][0]{body}', "$['body']", "a $['body']"],
    // Of each attribute of a document, because a perspective changes its `_id`.
    ['*[_id == "a"][0]', '$', undefined],
    ['*[_id == "a"][0]', "$['title']", "a $['title']"],
    // Of each item if the query chose them.
    ['*[_id == "a"][0].body[text != ""]', '$[0]', "a $['body'][?(@._key=='x')]"],
    ['*[_id == "c"][0].list | order(@ asc)', '$[2]', "c $['list'][2]"],
    ['*[_id == "c"][0].list[1..2]', '$[1]', "c $['list'][2]"],
    // By index if the key names two items, or one that the client cannot read.
    ['*[_id == "c"][0].twice[].text', '$[1]', "c $['twice'][1]['text']"],
    ['*[_id == "c"][0].quoted[].text', '$[0]', "c $['quoted'][0]['text']"],
    ['*[_id == "c"][0]["it\'s"]', '$', "c $['it\\'s']"],
    // None for null, as on the hosted service.
    ['*[_id == "a"][0]{missing}', "$['missing']", undefined],
    // Without a source.
    ['*[_id == "a"][0]{"x": "text"}', "$['x']", 'literal'],
    ['*[_id == "a"][0]{"x": $type}', "$['x']", 'literal'],
    ['*[_id == "a"][0]{"x": upper(title)}', "$['x']", 'unknown'],
    ['*[_id == "a"][0]{"x": title + title}', "$['x']", 'unknown'],
    ['count(*)', '$', 'unknown'],
    // Of the lake's own functions, only those that return a document.
    ['*[_id == "a"][0]{"x": geo::latLng(1, 2)}', "$['x']", 'unknown'],
    ['*[_id == "a"][0]{"x": coalesce(geo::distance(title, title), body)}', "$['x']", "a $['body']"],
    // An equal value of another document is not its source.
    [
      '*[_id == "a"]{"x": *[_id == "b"][0].body[0]._key}',
      "$[0]['x']",
      "b $['body'][?(@._key=='x')]['_key']",
    ],
  ])('%s: %s comes from %s', (query, path, source) => {
    expect(sourceAt(query, path)).toBe(source)
  })

  test('names the draft that a perspective shows under the published id', () => {
    const perspective: Perspective = {kind: 'stack', names: ['drafts']}
    const query = '*[_id == "a"]{_id, title}'
    expect(run(documents, query, {perspective}).result).toEqual([{_id: 'a', title: 'A draft'}])
    expect(sourceAt(query, "$[0]['title']", {perspective})).toBe("drafts.a $['title']")
  })

  test('of a long filter reads the same documents as the query, not the whole dataset', () => {
    const index = new Dataset(documents).index({kind: 'raw'})
    const compiled = compileQuery('*[_type == "post"]{title}', parameters, (job) => job())
    const {result} = evaluateQuery(compiled, parameters, index, context)
    const all = vi.spyOn(index, 'all').mockReturnValue([])
    const map = resultSourceMap(compiled, parameters, index, context, result, 'index')
    expect(all).toHaveBeenCalled()
    expect(Object.keys(map.mappings)).toEqual(["$[0]['title']", "$[1]['title']", "$[2]['title']"])
  })
})
