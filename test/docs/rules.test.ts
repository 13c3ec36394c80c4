import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {expect, test} from 'vitest'

import {documentTypes} from '../../schemas/index.ts'
import {findingCodes, rulesFor} from '../../schemas/rules/index.ts'

const rows = readFileSync(resolve(import.meta.dirname, '../../docs/rules.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code, levels, types] = /^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|/.exec(line) ?? []
    return code && levels && types ? [{code, types: types.trim().split(', ')}] : []
  })

test('the table of rules lists each code once, and none that is not', () => {
  expect(rows.map(({code}) => code).toSorted()).toEqual([...findingCodes].toSorted())
})

test('the table says on which documents a rule is asked', () => {
  const asked = documentTypes.flatMap(({name}) => rulesFor(name).map(({code}) => `${code} ${name}`))
  const told = rows.flatMap(({code, types}) =>
    (types.includes('all') ? documentTypes.map(({name}) => name) : types).map(
      (type) => `${code} ${type}`,
    ),
  )
  expect(new Set(told)).toEqual(new Set(asked))
})
