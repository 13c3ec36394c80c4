import type {
  $ZodArray,
  $ZodCheck,
  $ZodCheckRegex,
  $ZodCustom,
  $ZodObject,
  $ZodType,
} from 'zod/v4/core'

import {isCheck, isType} from '../views/isType.ts'
import {cleanString, cleanText} from './cleanText.ts'
import {isObject} from './path.ts'

/** Returned for a value that does not fit, and for one about which only the schema itself can say. */
export const unfit = Symbol('unfit')

/** Reads a value that is not undefined. */
type ValidReader = (value: unknown) => unknown

/** Views never change, and each item of a result is read with one. */
const readers = new WeakMap<$ZodType, ValidReader>()

/**
 * Cleans and validates a value in one pass. Returns what the schema returns for the cleaned value, or `unfit`. The
 * schema then says what is wrong, which few values need.
 *
 * Only objects, lists, null and absent values are read here, without the result and the list of issues that
 * zod/mini allocates for each property. Formats, choices and transforms remain the work of their schemas.
 */
export function validValue(schema: $ZodType, value: unknown): unknown {
  try {
    return validReader(schema)(value)
  } catch {
    // A function of a project's view threw. `parseView` finds out where.
    return unfit
  }
}

function validReader(schema: $ZodType): ValidReader {
  const known = readers.get(schema)
  if (known) return known
  const reader = readerOf(schema)
  readers.set(schema, reader)
  return reader
}

function readerOf(schema: $ZodType): ValidReader {
  // A check of an object or a list is for the complete value, and is run by its schema.
  if (schema._zod.def.checks?.length) return leafReader(schema)
  if (isType(schema, 'object') && !schema._zod.def.catchall) return objectReader(schema)
  if (isType(schema, 'array')) return listReader(schema)
  if (isType(schema, 'optional')) return validReader(schema._zod.def.innerType)
  if (isType(schema, 'nullable')) {
    const read = validReader(schema._zod.def.innerType)
    return (value) => (value === null ? null : read(value))
  }
  // A transform that comes first, as in `z.preprocess`, can accept what is absent.
  if (isType(schema, 'pipe') && !isType(schema._zod.def.in, 'transform')) {
    const read = validReader(schema._zod.def.in)
    const {out} = schema._zod.def
    return (value) => {
      const valid = read(value)
      return valid === unfit ? unfit : resultOf(out, valid)
    }
  }
  return leafReader(schema)
}

interface Property {
  name: string
  read: ValidReader
  isOptional: boolean
}

function objectReader(schema: $ZodObject): ValidReader {
  // At the first value, because the shape of a recursive schema contains the schema.
  let properties: readonly Property[] | undefined
  return (value) => {
    if (!isObject(value) || Array.isArray(value)) return unfit
    properties ??= propertiesOf(schema)
    // An object that is built by names, with as many as a session has, is a hash table in V8. A copy has the layout of
    // the parsed object. Nearly all documents have the properties of their view and no others.
    const isWhole = hasNames(value, properties)
    const source: Readonly<Record<PropertyKey, unknown>> = isWhole ? {...value} : value
    const result: Record<PropertyKey, unknown> = isWhole ? source : {}
    for (const {name, read, isOptional} of properties) {
      const property = source[name]
      if (property === undefined) {
        if (isOptional && !(name in source)) continue
        return unfit
      }
      const valid = read(property)
      if (valid === unfit) return unfit
      if (valid !== property || !isWhole) result[name] = valid
    }
    return result
  }
}

/** Whether an object has these properties in this order, and no others. */
function hasNames(object: object, properties: readonly Property[]): boolean {
  let index = 0
  for (const name in object) if (properties[index++]?.name !== name) return false
  return index === properties.length
}

function propertiesOf(schema: $ZodObject): Property[] {
  return Object.entries(schema._zod.def.shape).map(([name, property]) => ({
    name,
    read: validReader(property),
    isOptional: property._zod.optin === 'optional' && property._zod.optout === 'optional',
  }))
}

function listReader(schema: $ZodArray): ValidReader {
  const read = validReader(schema._zod.def.element)
  return (value) => {
    if (!Array.isArray(value)) return unfit
    const result: unknown[] = []
    for (const member of value) {
      const valid = member === undefined ? unfit : read(member)
      if (valid === unfit) return unfit
      result.push(valid)
    }
    return result
  }
}

/** Reads a format, a choice, or anything that is left to its schema at any depth, such as a union. */
function leafReader(schema: $ZodType): ValidReader {
  const choices = choicesOf(schema)
  if (choices) {
    return (value) => {
      // What is a choice already is clean.
      const choice = choices.has(value) ? value : cleanText(value)
      return choices.has(choice) ? choice : unfit
    }
  }
  const tests = testsOf(schema)
  if (tests) {
    return (value) => {
      if (typeof value !== 'string') return unfit
      const text = cleanString(value)
      for (const test of tests) if (!test(text)) return unfit
      return text
    }
  }
  return (value) => resultOf(schema, cleanText(value))
}

function choicesOf(schema: $ZodType): ReadonlySet<unknown> | undefined {
  const isChoice = isType(schema, 'enum') || isType(schema, 'literal')
  if (!isChoice || schema._zod.def.checks?.length) return undefined
  // A value that was cleaned cannot be one of the others.
  return new Set([...schema._zod.values].filter((each) => cleanText(each) === each))
}

/** The checks of a format, or undefined when one of them can do more than accept a text. */
function testsOf(schema: $ZodType): readonly ((text: string) => boolean)[] | undefined {
  // An email address of zod is a string and its own check.
  if (!isType(schema, 'string') || 'check' in schema._zod.def || schema._zod.def.coerce)
    return undefined
  const tests = (schema._zod.def.checks ?? []).map((check) => {
    if (check._zod.def.when) return undefined
    if (isPredicate(check)) {
      const {fn} = check._zod.def
      // A promise is for the schema, which refuses it.
      return (text: string) => fn(text) === true
    }
    if (isPattern(check) && !check._zod.def.pattern.global) {
      const {pattern} = check._zod.def
      return (text: string) => pattern.test(text)
    }
    return undefined
  })
  return tests.every((test) => test !== undefined) ? tests : undefined
}

/** A check of `z.refine`. That of `z.check` has no function which returns whether a value is valid. */
function isPredicate(check: $ZodCheck<never>): check is $ZodCustom {
  return check._zod.def.check === 'custom' && 'fn' in check._zod.def
}

function isPattern(check: $ZodCheck<never>): check is $ZodCheckRegex {
  return isCheck(check, 'string_format') && check._zod.def.format === 'regex'
}

const synchronous = {async: false}

function resultOf(schema: $ZodType, value: unknown): unknown {
  const result = schema._zod.run({value, issues: []}, synchronous)
  // A schema with an asynchronous check has a promise, and throws when it is parsed.
  return 'issues' in result && result.issues.length === 0 ? result.value : unfit
}
