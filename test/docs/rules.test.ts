import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {expect, test} from 'vitest'

import {documentTypeNames} from '../../schemas/registry/index.ts'
import {findingCodes, rulesFor} from '../../schemas/rules/index.ts'

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')
const lines = read('docs/rules.md').split('\n')
const rows = lines.flatMap((line) => {
  const [, code, levels, types] = /^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|/.exec(line) ?? []
  return code && levels && types ? [{code, types: types.trim().split(', ')}] : []
})

test('the table of rules lists each code once and no other code', () => {
  expect(rows.map(({code}) => code).toSorted()).toEqual([...findingCodes].toSorted())
})

test('the table lists the document types of each rule', () => {
  const actual = documentTypeNames.flatMap((name) =>
    rulesFor(name).map(({code}) => `${code} ${name}`),
  )
  const listed = rows.flatMap(({code, types}) =>
    (types.includes('all') ? documentTypeNames : types).map((type) => `${code} ${type}`),
  )
  expect(new Set(listed)).toEqual(new Set(actual))
})

test('each of the twelve mistakes has a row and a test with its number, and each row names existing rules', () => {
  const mistakes = lines.flatMap((line) => {
    const [, number, by] = /^\| (\d+) \| .* \| ([^|]+) \|$/.exec(line) ?? []
    return number && by ? [{number: Number(number), by}] : []
  })
  const twelve = Array.from({length: 12}, (_, index) => index + 1)
  expect(mistakes.map(({number}) => number)).toEqual(twelve)

  const tests = read('test/schemas/rules/mistakes.test.ts').matchAll(/test\('(\d+): /g)
  expect([...tests].map(([, number]) => Number(number))).toEqual(twelve)

  const named = mistakes.flatMap(({by}) => [...by.matchAll(/`([a-z]+-[a-z-]+)`/g)])
  const known = new Set<string>(findingCodes)
  expect(named.map(([, code]) => code).filter((code) => !known.has(code ?? ''))).toEqual([])
})
