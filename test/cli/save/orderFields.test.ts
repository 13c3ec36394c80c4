import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {orderFields} from '../../../cli/save/orderFields.ts'
import {compiledSchema} from '../../support/datasetValidator.ts'

const order = (value: unknown) => orderFields(value, undefined, (name) => compiledSchema.get(name))
const root = resolve(import.meta.dirname, '../../..')
const lines = readFileSync(join(root, 'content/lantern/touchpoints.ndjson'), 'utf8')
  .trim()
  .split('\n')

function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, seed))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => [name, shuffled(each, seed)] as const)
  const weight = (name: string) => (name.charCodeAt(0) * seed + name.length * 7) % 101
  return Object.fromEntries(entries.toSorted(([a], [b]) => weight(a) - weight(b)))
}

test('the order in which fields were edited leaves no trace in a line', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.integer({min: 1, max: 1000}), (line, seed) => {
      const document: unknown = JSON.parse(line)
      const text = JSON.stringify(order(shuffled(document, seed)))
      expect(text).toBe(JSON.stringify(order(document)))
      expect(JSON.parse(text)).toEqual(document)
    }),
    {numRuns: 100},
  )
})

test('a line begins with what it is, then has the order of the schema, then unknown fields', () => {
  const guest = {zeta: 1, bio: '', alpha: 2, name: 'Ada', _type: 'guest', _id: 'ada'}
  const names = Object.keys(Object(order(guest)))
  expect(names.slice(0, 3)).toEqual(['_id', '_type', 'name'])
  expect(names.slice(-2)).toEqual(['alpha', 'zeta'])
})
