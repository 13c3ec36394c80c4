import {
  parse,
  typeEvaluate,
  type ObjectAttribute,
  type ObjectTypeNode,
  type SchemaType,
  type TypeNode,
} from 'groq-js'
import type * as z from 'zod/mini'

import {scalarOf} from '../preview/scalarOf.ts'
import {takes} from '../results/parseView.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'
import {takesNull} from '../views/takesNull.ts'

/** A place at which a view and the stored schema disagree. */
export interface Difference {
  /** Path in the view, such as `venue.address` or `rooms[].name`. */
  path: string
  /** What a query returns, by the schema: a type, a value, or `nothing`. */
  stored: string
  /** What the view takes. */
  viewed: string
  /** Both, in a sentence without its path. */
  text: string
}

/**
 * Compares a view with the results that its query can return, according to the stored schema. Compares a format of
 * the package by identity: the view must use the scalar that has the field's named type. Other types are compared by
 * what JSON has: a stored `url` and a date are texts.
 *
 * @returns an empty list when they agree
 */
export function differencesOf(
  view: z.core.$ZodType,
  query: string,
  schema: SchemaType,
): Difference[] {
  // groq-js takes a single value for a list when it is filtered: a filter of a reference is then no difference.
  const result = typeEvaluate(parse(query.replaceAll('[defined(@->)]->', '[]->')), schema)
  if (result.type !== 'array') {
    const text = `the query returns ${result.type}, not a list`
    return [{path: '', stored: result.type, viewed: 'a list', text}]
  }
  return new Comparison(schema).differences(view, result.of, '')
}

/** Without the path that a caller knows. */
type Found = Omit<Difference, 'path'>

const givesNull: Found = {
  stored: 'null',
  viewed: 'no null',
  text: 'the query can give null, the view takes none',
}

const takesOnlyNull: Found = {
  stored: 'no null',
  viewed: 'null',
  text: 'the view takes null, the query gives none',
}

const noList: Found = {
  stored: 'no list',
  viewed: 'a list',
  text: 'no list is stored, the view takes one',
}

class Comparison {
  readonly #schema: SchemaType

  constructor(schema: SchemaType) {
    this.#schema = schema
  }

  /** @param asStored - whether an absent value has no key, because there is no projection */
  differences(view: z.core.$ZodType, type: TypeNode, path: string, asStored = false): Difference[] {
    const members = this.#members(type)
    const source = sourceOf(view)
    // Nobody knows the type of every function of GROQ.
    if (source.computed && members.some((member) => member.type === 'unknown')) return []
    const canBeNull = members.some((member) => member.type === 'null')
    const within = schemaWithin(view)
    const isStored = asStored || source.asStored === true
    const canBeAbsent = takesNull(view) || (isStored && isType(view, 'optional'))
    const values = members.filter((member) => member.type !== 'null')
    const differences = this.#valueDifferences(within, values, path, {
      stored: source.path,
      isStored,
    })
    if (canBeNull && !canBeAbsent) differences.push({path, ...givesNull})
    // A reference can lead to a document that is not published.
    if (canBeAbsent && !canBeNull && !source.follow && !takesAnything(within)) {
      differences.push({path, ...takesOnlyNull})
    }
    return differences
  }

  #valueDifferences(
    view: z.core.$ZodType,
    types: TypeNode[],
    path: string,
    {stored, isStored}: {stored: string | undefined; isStored: boolean},
  ): Difference[] {
    const scalar = scalarOf(view)
    const names = new Set(types.map((type) => (type.type === 'inline' ? type.name : undefined)))
    const [name] = names
    if (scalar && names.size === 1 && name !== undefined) {
      const text = `stored as ${name}, viewed as ${scalar}`
      return name === scalar ? [] : [{path, stored: name, viewed: scalar, text}]
    }
    const resolved = types.flatMap((type) => this.#members(this.#resolve(type)))
    if (scalar && !isType(view, 'enum')) {
      // Sanity's own fields are plain strings, as are members of lists (see scalarListField).
      const plain =
        resolved.length > 0 &&
        resolved.every((type) => type.type === primitiveOf(view) && type.value === undefined)
      const known = stored === 'slug.current' || stored === '_updatedAt' || path.endsWith('[]')
      const text = `not stored as ${scalar}`
      return plain && known ? [] : [{path, stored: printedAll(resolved), viewed: scalar, text}]
    }
    if (isType(view, 'object')) return this.#objectDifferences(view, resolved, path, isStored)
    if (isType(view, 'array')) return this.#arrayDifferences(view, resolved, path, isStored)
    if (isType(view, 'union')) return this.#unionDifferences(view, resolved, path, isStored)
    if (resolved.length === 0 && !takesAnything(view)) return [{path, ...notStored(view)}]
    return resolved
      .filter((type) => !takesType(view, type))
      .map((type): Difference => ({path, ...refused(view, type)}))
      .concat(this.#unused(view, resolved, path))
  }

  /** Reports members of an enum that the query never returns: they were renamed or removed. */
  #unused(view: z.core.$ZodType, types: TypeNode[], path: string): Difference[] {
    if (!isType(view, 'enum')) return []
    const returned = new Set(types.map((type) => (type.type === 'string' ? type.value : undefined)))
    return Object.values(view._zod.def.entries)
      .filter((value) => !returned.has(String(value)))
      .map((value) => ({
        path,
        stored: printedAll(types),
        viewed: JSON.stringify(value),
        text: `the query never gives "${value}"`,
      }))
  }

  #objectDifferences(
    view: z.core.$ZodObject,
    types: TypeNode[],
    path: string,
    isStored: boolean,
  ): Difference[] {
    const objects = types.filter((type) => type.type === 'object')
    if (objects.length < types.length) {
      const text = 'the query gives more than objects'
      return [{path, stored: printedAll(types), viewed: 'an object', text}]
    }
    return Object.entries(view._zod.def.shape).flatMap(([name, property]) => {
      const here = path === '' ? name : `${path}.${name}`
      const attributes = objects.map((object) => this.#attribute(object, name))
      const present = attributes.filter((attribute) => attribute !== undefined)
      if (present.length < attributes.length) {
        const text = 'the query does not give it'
        return [{path: here, stored: 'nothing', viewed: viewedAs(property), text}]
      }
      const of = present.map(({value}) => value)
      if (present.some(({optional}) => optional)) of.push({type: 'null'})
      return this.differences(property, {type: 'union', of}, here, isStored)
    })
  }

  #attribute(object: ObjectTypeNode, name: string): ObjectAttribute | undefined {
    const rest = object.rest ? this.#resolve(object.rest) : undefined
    const inherited = rest?.type === 'object' ? this.#attribute(rest, name) : undefined
    return object.attributes[name] ?? inherited
  }

  #arrayDifferences(
    view: z.core.$ZodArray,
    types: TypeNode[],
    path: string,
    isStored: boolean,
  ): Difference[] {
    // `coalesce(…, [])` adds a list of nothing. When there is no other, nothing is stored that a list can be of.
    const isEmpty = (type: TypeNode) =>
      type.type === 'array' && type.of.type === 'union' && type.of.of.length === 0
    if (types.length > 0 && types.every(isEmpty)) return [{path, ...noList}]
    return types.flatMap((type) => {
      if (type.type !== 'array') {
        const text = `the query gives ${printed(type)}, no list`
        return [{path, stored: printed(type), viewed: 'a list', text}]
      }
      if (isEmpty(type)) return []
      return this.differences(view._zod.def.element, type.of, `${path}[]`, isStored)
    })
  }

  /** Each type must fit one of the options. */
  #unionDifferences(
    view: z.core.$ZodUnion,
    types: TypeNode[],
    path: string,
    isStored: boolean,
  ): Difference[] {
    return types
      .filter((type) =>
        view._zod.def.options.every(
          (option) => this.differences(option, type, path, isStored).length > 0,
        ),
      )
      .map((type) => ({path, ...refused(view, type)}))
  }

  #members(type: TypeNode): TypeNode[] {
    return type.type === 'union' ? type.of.flatMap((member) => this.#members(member)) : [type]
  }

  #resolve(type: TypeNode): TypeNode {
    if (type.type !== 'inline') return type
    const declared = this.#schema.find(({name}) => name === type.name)
    return declared?.type === 'type' ? this.#resolve(declared.value) : {type: 'unknown'}
  }
}

function primitiveOf(view: z.core.$ZodType): 'string' | 'number' {
  const isNumber =
    isType(view, 'number') ||
    (isType(view, 'literal') && typeof view._zod.def.values[0] === 'number')
  return isNumber ? 'number' : 'string'
}

function takesType(view: z.core.$ZodType, type: TypeNode): boolean {
  if (takesAnything(view)) return true
  if (type.type === 'unknown') return false
  const value: unknown = 'value' in type ? type.value : undefined
  if (value !== undefined && typeof value !== 'object') return takes(view, value)
  const coerces = 'coerce' in view._zod.def && view._zod.def.coerce === true
  if (coerces) return type.type === 'string' || type.type === 'number' || type.type === 'boolean'
  if (type.type === 'string') {
    return isType(view, 'string') || isType(view, 'template_literal')
  }
  if (type.type === 'number') return isType(view, 'number')
  if (type.type === 'object') return isType(view, 'record')
  if (type.type === 'array') return isType(view, 'tuple')
  return type.type === 'boolean' && isType(view, 'boolean')
}

/** Whether the view does not say what it takes. Its own check is not called with every value. */
function takesAnything(view: z.core.$ZodType): boolean {
  return (
    isType(view, 'any') ||
    isType(view, 'unknown') ||
    isType(view, 'custom') ||
    isType(view, 'lazy') ||
    isType(view, 'intersection') ||
    isType(view, 'transform')
  )
}

function notStored(view: z.core.$ZodType): Found {
  const viewed = viewedAs(view)
  return {stored: 'nothing', viewed, text: `nothing is stored, the view takes ${viewed}`}
}

function refused(view: z.core.$ZodType, type: TypeNode): Found {
  const text = `the view takes no ${printed(type)}`
  return {stored: printed(type), viewed: viewedAs(view), text}
}

/** Says in words what a view takes. @example viewedAs(z.enum(['a', 'b'])) // '"a" or "b"' */
function viewedAs(view: z.core.$ZodType): string {
  const schema = schemaWithin(view)
  const scalar = scalarOf(schema)
  if (isType(schema, 'enum')) {
    return Object.values(schema._zod.def.entries)
      .map((value) => JSON.stringify(value))
      .join(' or ')
  }
  if (isType(schema, 'literal')) {
    return schema._zod.def.values.map((value) => JSON.stringify(value)).join(' or ')
  }
  return scalar ?? schema._zod.def.type
}

function printedAll(types: readonly TypeNode[]): string {
  return [...new Set(types.map(printed))].join(' or ') || 'nothing'
}

function printed(type: TypeNode): string {
  const value: unknown = 'value' in type ? type.value : undefined
  return value === undefined || typeof value === 'object' ? type.type : JSON.stringify(value)
}
