import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
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

const isPlace = /^[\w.]+-[a-z]\/[^!]*$/
const times = {_rev: 'r', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z'}
const twoPosts: StoredDocument[] = [
  {...times, _id: 'a', _type: 'post', title: 'A', body: [{_key: 'x', text: 'Ax'}]},
  {...times, _id: 'b', _type: 'post', title: 'B', body: [{_key: 'x', text: 'Bx'}]},
]
