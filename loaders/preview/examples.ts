import type * as z from 'zod/mini'

import {takes} from '../results/parseView.ts'
import {isCheck, isType} from '../views/isType.ts'
import {schemaWithin} from '../views/source.ts'
import type {PlaceholderPosition} from './placeholders.ts'

/** Values of the formats of zod. Those without one have no placeholder. */
const formats: ReadonlyMap<string, (now: string) => string> = new Map<
  string,
  (now: string) => string
>([
  ['url', () => 'https://example.invalid/'],
  ['email', () => 'nobody@example.invalid'],
  ['date', (now) => now.slice(0, 10)],
  ['datetime', (now) => now],
  ['time', () => '00:00:00'],
  ['duration', () => 'PT1H'],
  ['uuid', () => '00000000-0000-4000-8000-000000000000'],
  ['guid', () => '00000000-0000-4000-8000-000000000000'],
  ['hostname', () => 'example.invalid'],
  ['ipv4', () => '192.0.2.0'],
  ['ipv6', () => '2001:db8::'],
])

/** A view within a view, this often. A recursive one ends. */
const maxDepth = 6

/**
 * Returns values of the kind that a schema of a project describes, the best first. A check of the schema can refuse
 * each of them.
 */
export function examplesOf(
  view: z.core.$ZodType,
  position: PlaceholderPosition,
  depth = maxDepth,
): readonly unknown[] {
  if (depth === 0) return []
  const within = (inner: z.core.$ZodType, property = position.property) =>
    examplesOf(inner, {...position, property}, depth - 1)
  const schema = schemaWithin(view)
  if (isType(schema, 'string')) return textsOf(schema, position)
  if (isType(schema, 'number')) return numbersOf(schema)
  if (isType(schema, 'enum')) return Object.values(schema._zod.def.entries)
  if (isType(schema, 'literal')) return schema._zod.def.values
  if (isType(schema, 'boolean')) return [false, true]
  if (isType(schema, 'date')) return [new Date(position.now), position.now]
  if (isType(schema, 'bigint')) return [0n, 1n]
  if (isType(schema, 'array')) return [[]]
  if (isType(schema, 'record')) return [{}]
  if (isType(schema, 'map')) return [new Map()]
  if (isType(schema, 'set')) return [new Set()]
  if (isType(schema, 'lazy')) return within(schema._zod.innerType)
  if (isType(schema, 'union')) return schema._zod.def.options.flatMap((each) => within(each))
  if (isType(schema, 'intersection')) {
    const {left, right} = schema._zod.def
    return [{...Object(within(left)[0]), ...Object(within(right)[0])}, ...within(left)]
  }
  if (isType(schema, 'tuple')) {
    return [schema._zod.def.items.map((item) => firstOf(item, within(item)))]
  }
  if (!isType(schema, 'object')) return [null, undefined]
  const entries = Object.entries(schema._zod.def.shape)
  return [
    Object.fromEntries(
      entries.map(([name, property]) => [name, firstOf(property, within(property, name))]),
    ),
  ]
}

/** Returns the first value that a view takes: nothing, if it can be. */
function firstOf(view: z.core.$ZodType, examples: readonly unknown[]): unknown {
  return [null, undefined, ...examples].find((example) => takes(view, example))
}

function textsOf(schema: z.core.$ZodString, {property, now}: PlaceholderPosition): string[] {
  const formatted = formats.get(String(Reflect.get(schema._zod.def, 'format')))?.(now)
  const text = `(no ${property} yet)`
  let fitting = text
  for (const check of schema._zod.def.checks ?? []) {
    if (isCheck(check, 'min_length')) {
      fitting = fitting.padEnd(Math.min(check._zod.def.minimum, maxLength), '.')
    }
    if (isCheck(check, 'max_length')) {
      fitting = fitting.slice(0, check._zod.def.maximum)
    }
    if (isCheck(check, 'length_equals')) {
      const {length} = check._zod.def
      fitting = fitting.slice(0, length).padEnd(Math.min(length, maxLength), '.')
    }
  }
  const others = Array.from(formats.values(), (of) => of(now))
  return [...(formatted === undefined ? [] : [formatted]), text, fitting, '', ...others]
}

/** Nobody reads a longer placeholder. */
const maxLength = 5000

function numbersOf(schema: z.core.$ZodNumber): number[] {
  const limits = (schema._zod.def.checks ?? []).flatMap((check) => {
    const isLimit =
      isCheck(check, 'greater_than') || isCheck(check, 'less_than') || isCheck(check, 'multiple_of')
    const value = isLimit ? Number(check._zod.def.value) : 0
    return isLimit ? [value, value + 1, value - 1] : []
  })
  return [0, 1, ...limits]
}
