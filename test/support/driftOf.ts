import {
  parse,
  typeEvaluate,
  type ObjectAttribute,
  type ObjectTypeNode,
  type SchemaType,
  type TypeNode,
} from 'groq-js'
import * as z from 'zod/mini'

import {scalarOf} from '../../loaders/preview/scalarOf.ts'
import {sourceOf} from '../../loaders/views/source.ts'

/**
 * Compares a view with the results that its query can return, according to the stored schema. Compares a
 * format by identity: the view must use the scalar that has the field's named type.
 *
 * @returns one line for each difference, or an empty list
 */
export function driftOf(view: z.core.$ZodType, query: string, schema: SchemaType): string[] {
  const result = typeEvaluate(parse(query), schema)
  if (result.type !== 'array') return [`the query returns ${result.type}, not a list`]
  return new Comparison(schema).differences(view, result.of, '')
}

class Comparison {
  readonly #schema: SchemaType

  constructor(schema: SchemaType) {
    this.#schema = schema
  }

  differences(view: z.core.$ZodType, type: TypeNode, path: string): string[] {
    const members = this.#members(type)
    const takesNull = view instanceof z.ZodMiniNullable || view instanceof z.ZodMiniOptional
    const givesNull = members.some((member) => member.type === 'null')
    const within = inner(view)
    const values = members.filter((member) => member.type !== 'null')
    const differences = this.#valueDifferences(within, values, path, sourceOf(view).path)
    if (givesNull && !takesNull)
      differences.push(`${path}: the query can give null, the view takes none`)
    if (takesNull && !givesNull)
      differences.push(`${path}: the view takes null, the query gives none`)
    return differences
  }

  #valueDifferences(
    view: z.core.$ZodType,
    types: TypeNode[],
    path: string,
    stored: string | undefined,
  ): string[] {
    const scalar = scalarOf(view)
    const names = new Set(types.map((type) => (type.type === 'inline' ? type.name : undefined)))
    const [name] = names
    if (scalar && names.size === 1 && name !== undefined) {
      return name === scalar ? [] : [`${path}: stored as ${name}, viewed as ${scalar}`]
    }
    const resolved = types.flatMap((type) => this.#members(this.#resolve(type)))
    if (scalar && !(view instanceof z.ZodMiniEnum)) {
      // Sanity's own fields are plain strings, as are members of lists (see scalarListField).
      const plain =
        resolved.length > 0 &&
        resolved.every((type) => type.type === primitiveOf(view) && type.value === undefined)
      const known = stored === 'slug.current' || stored === '_updatedAt' || path.endsWith('[]')
      return plain && known ? [] : [`${path}: not stored as ${scalar}`]
    }
    if (view instanceof z.ZodMiniObject) return this.#objectDifferences(view, resolved, path)
    if (view instanceof z.ZodMiniArray) return this.#arrayDifferences(view, resolved, path)
    return resolved
      .filter((type) => !takes(view, type))
      .map((type) => `${path}: the view takes no ${printed(type)}`)
      .concat(this.#unused(view, resolved, path))
  }

  /** Reports members of an enum that the query never returns: they were renamed or removed. */
  #unused(view: z.core.$ZodType, types: TypeNode[], path: string): string[] {
    if (!(view instanceof z.ZodMiniEnum)) return []
    const returned = new Set(types.map((type) => (type.type === 'string' ? type.value : undefined)))
    return Object.values(view._zod.def.entries)
      .filter((value) => !returned.has(String(value)))
      .map((value) => `${path}: the query never gives "${value}"`)
  }

  #objectDifferences(view: z.ZodMiniObject, types: TypeNode[], path: string): string[] {
    const objects = types.filter((type) => type.type === 'object')
    if (objects.length < types.length) return [`${path}: the query gives more than objects`]
    return Object.entries(view._zod.def.shape).flatMap(([name, property]) => {
      const here = path === '' ? name : `${path}.${name}`
      const attributes = objects.map((object) => this.#attribute(object, name))
      const present = attributes.filter((attribute) => attribute !== undefined)
      if (present.length < attributes.length) return [`${here}: the query does not give it`]
      const of = present.map(({value}) => value)
      if (present.some(({optional}) => optional)) of.push({type: 'null'})
      return this.differences(property, {type: 'union', of}, here)
    })
  }

  #attribute(object: ObjectTypeNode, name: string): ObjectAttribute | undefined {
    const rest = object.rest ? this.#resolve(object.rest) : undefined
    const inherited = rest?.type === 'object' ? this.#attribute(rest, name) : undefined
    return object.attributes[name] ?? inherited
  }

  #arrayDifferences(view: z.ZodMiniArray, types: TypeNode[], path: string): string[] {
    return types.flatMap((type) => {
      if (type.type !== 'array') return [`${path}: the query gives ${printed(type)}, no list`]
      // `coalesce(…, [])` adds this.
      if (type.of.type === 'union' && type.of.of.length === 0) return []
      return this.differences(view._zod.def.element, type.of, `${path}[]`)
    })
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

function inner(view: z.core.$ZodType): z.core.$ZodType {
  if (view instanceof z.ZodMiniNullable || view instanceof z.ZodMiniOptional) {
    return inner(view._zod.def.innerType)
  }
  return view instanceof z.ZodMiniPipe ? inner(view._zod.def.in) : view
}

function primitiveOf(view: z.core.$ZodType): 'string' | 'number' {
  const isNumber =
    view instanceof z.ZodMiniNumber ||
    (view instanceof z.ZodMiniLiteral && typeof view._zod.def.values[0] === 'number')
  return isNumber ? 'number' : 'string'
}

function takes(view: z.core.$ZodType, type: TypeNode): boolean {
  if (type.type === 'unknown') return false
  const value: unknown = 'value' in type ? type.value : undefined
  if (value !== undefined) return z.safeParse(view, value).success
  if (type.type === 'string') return view instanceof z.ZodMiniString
  if (type.type === 'number') return view instanceof z.ZodMiniNumber
  return type.type === 'boolean' && view instanceof z.ZodMiniBoolean
}

function printed(type: TypeNode): string {
  const value: unknown = 'value' in type ? type.value : undefined
  return value === undefined || typeof value === 'object' ? type.type : JSON.stringify(value)
}
