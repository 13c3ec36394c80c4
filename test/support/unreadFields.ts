import {Schema} from '@sanity/schema'
import {builtinTypes, extractSchema} from '@sanity/schema/_internal'
import type {SchemaTypeDefinition} from '@sanity/types'
import {parse, typeEvaluate, type ObjectAttribute, type SchemaType, type TypeNode} from 'groq-js'
import type * as z from 'zod/mini'

import {projection} from '../../loaders/views/projection.ts'

/**
 * Returns the stored fields that no view reads, as `type.field`.
 *
 * A view reads a field if the type of its result changes when the schema loses the field or changes the type
 * of its value. This includes calculated values and followed references.
 *
 * @param views - the views by document type
 */
export function unreadFields(
  types: readonly SchemaTypeDefinition[],
  views: Readonly<Record<string, z.core.$ZodType>>,
): string[] {
  const compiled = Schema.compile({name: 'stored', types: [...builtinTypes, ...types]})
  const schema = extractSchema(compiled, {enforceRequiredFields: true})
  const results = Object.entries(views).map(([type, view]) => {
    const query = parse(`*[_type == "${type}"]${bothOfEach(projection(view, {language: 'es'}))}`)
    const evaluate = (stored: SchemaType) => printed(typeEvaluate(query, stored), stored)
    return {type, evaluate, current: evaluate(schema)}
  })
  return types.flatMap(({name, ...definition}) => {
    // The view of the own type reads most fields: one evaluation instead of eight.
    const ownFirst = results.toSorted((a, b) => Number(b.type === name) - Number(a.type === name))
    return fieldPaths(definition).flatMap((path) => {
      const without = changed(schema, name, path, () => [])
      const marked = changed(schema, name, path, ({value, ...attribute}) => [
        // `coalesce(field, other)` has the same type with and without the field, so this marks the value.
        {...attribute, value: markedValue(value, schema)},
      ])
      const isRead = ownFirst.some(({evaluate, current}) =>
        [without, marked].some((other) => evaluate(other) !== current),
      )
      return isRead ? [] : [`${name}.${path.join('.')}`]
    })
  })
}

/**
 * Returns a projection that has both the translation and the field in the default language: `coalesce` of the
 * two has the same type without the translation.
 */
function bothOfEach(translated: string): string {
  return translated.replaceAll(
    /coalesce\((\w+Translations\[language == "es"\]\[0\]\.value),(\w+)\)/g,
    '{"translation":$1,"field":$2}',
  )
}

/** Returns the fields of a type, including those of its images. */
function fieldPaths(definition: object): string[][] {
  const fields: unknown = Reflect.get(definition, 'fields')
  if (!Array.isArray(fields)) return []
  return fields.flatMap((field: object) => {
    const name = String(Reflect.get(field, 'name'))
    return [[name], ...fieldPaths(field).map((path) => [name, ...path])]
  })
}

type Change = (attribute: ObjectAttribute) => ObjectAttribute[]

function changed(
  schema: SchemaType,
  type: string,
  path: readonly string[],
  change: Change,
): SchemaType {
  return schema.map((declared) => {
    if (declared.name !== type) return declared
    return declared.type === 'document'
      ? {...declared, attributes: attributesWith(declared.attributes, path, change)}
      : {...declared, value: valueWith(declared.value, path, change)}
  })
}

function valueWith<Value extends TypeNode>(
  value: Value,
  path: readonly string[],
  change: Change,
): Value {
  return value.type === 'object'
    ? {...value, attributes: attributesWith(value.attributes, path, change)}
    : value
}

function attributesWith(
  attributes: Record<string, ObjectAttribute>,
  [first, ...rest]: readonly string[],
  change: Change,
) {
  const inner: Change = (attribute) => [
    {...attribute, value: valueWith(attribute.value, rest, change)},
  ]
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]) => {
      if (name !== first) return [[name, attribute]]
      return (rest.length === 0 ? change : inner)(attribute).map((each) => [name, each])
    }),
  )
}

/** Returns the same shape with a unique value in place of each plain one. */
function markedValue(value: TypeNode, schema: SchemaType): TypeNode {
  switch (value.type) {
    case 'object':
      return {
        ...value,
        attributes: Object.fromEntries(
          Object.entries(value.attributes).map(([name, attribute]) => [
            name,
            {...attribute, value: markedValue(attribute.value, schema)},
          ]),
        ),
      }
    case 'array':
      return {...value, of: markedValue(value.of, schema)}
    case 'union':
      return {...value, of: value.of.map((each) => markedValue(each, schema))}
    case 'inline': {
      const declared = schema.find(({type, name}) => type === 'type' && name === value.name)
      return declared?.type === 'type' ? markedValue(declared.value, schema) : value
    }
    default:
      return {type: 'string', value: '(marked)'}
  }
}

/** Returns a type as text, with the named types that it refers to. */
function printed(type: TypeNode, schema: SchemaType): string {
  return JSON.stringify(type, (_key, value: unknown) => {
    const name: unknown = isInline(value) ? value.name : undefined
    const declared = schema.find((each) => each.type === 'type' && each.name === name)
    return declared?.type === 'type' ? {[declared.name]: declared.value} : value
  })
}

function isInline(value: unknown): value is {name: unknown} {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'inline'
}
