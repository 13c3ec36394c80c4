import {expect, test} from 'vitest'
import {compileQuery} from '../../../lake/query/compileQuery.ts'
import {isBoundedFilter} from '../../../lake/query/isBoundedFilter.ts'

const manyConditions = Array.from({length: 100}, (_, n) => `n == ${n}`).join(' || ')

test.each([
  ['*', true],
  ['*[_type == $id]', true],
  ['*[_id == $id || _id == "drafts." + $id]', true],
  ['*[_type in ["guest", "talk"] && defined(slug.current) && !(n > 3)]', true],
  ['*[_type == "guest"][n == 1]', true],
  // Patterns can take exponential time.
  ['*[title match $id]', false],
  ['*[_id in path($id)]', false],
  ['{"_ref": "a" match $id}->[_type == "guest"]', false],
  // Loops in loops.
  ['*[count(many[]{"x": ^.many[]}) > 1]', false],
  ['*[many[n == 1][0]]', false],
  ['*[_type == "guest"]{_id}', false],
  ['*[_type == "guest"] | order(n)', false],
  [`*[${manyConditions}]`, false],
])('%s needs no time limit: %s', (query, isBounded) => {
  const {tree} = compileQuery(query, {id: 'a'}, (job) => job())
  expect(isBoundedFilter(tree)).toBe(isBounded)
})
