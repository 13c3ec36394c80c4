import {extractSchema} from '@sanity/schema/_internal'

import {schemaTypes} from '../../schemas/index.ts'
import type {ScalarName} from '../../schemas/registry/index.ts'
import {scalarOptions, scalarTypes} from '../../schemas/scalarTypes.ts'
import * as scalars from '../../schemas/scalars.ts'
import {compiledSchema} from './datasetValidator.ts'

/** A row of a table in docs/model.md, without its last cell, which gives the reason. */
export type Row = [name: string, type: string, note: string]

/** Returns the rows of each type with fields, in the order of the form. */
export function fieldRows(): Map<string, Row[]> {
  const required = requiredFields()
  return new Map(
    schemaTypes.flatMap((type): [string, Row[]][] => {
      const fields: unknown = Reflect.get(type, 'fields')
      if (!Array.isArray(fields)) return []
      const rows = fields.map((field: object): Row => {
        const name = String(Reflect.get(field, 'name'))
        return [name, typeOf(field), required.has(`${type.name}.${name}`) ? 'yes' : '']
      })
      return [[type.name, rows]]
    }),
  )
}

/** Returns the row of each scalar: its name, its stored type and its options. */
export function scalarRows(): Row[] {
  return scalarTypes.map(({name, type}) => [
    name,
    type,
    isScalar(name)
      ? scalarOptions(name)
          .map(({value}) => `\`${value}\``)
          .join(' ')
      : '',
  ])
}

function isScalar(name: string): name is ScalarName {
  return Object.hasOwn(scalars, name)
}

/** 'line', 'reference to guest', 'list of link', 'list of reference to guest or organization' */
function typeOf(field: object): string {
  const type = String(Reflect.get(field, 'type'))
  if (type === 'array')
    return `list of ${membersOf(Reflect.get(field, 'of')).map(typeOf).join(' or ')}`
  if (type !== 'reference') return type
  return `reference to ${membersOf(Reflect.get(field, 'to'))
    .map((target) => String(Reflect.get(target, 'type')))
    .join(' or ')}`
}

function membersOf(value: unknown): object[] {
  return Array.isArray(value) ? value.map((each: unknown) => Object(each)) : []
}

/** Returns the required fields of the compiled schema, as `type.field`. */
function requiredFields(): Set<string> {
  const types = extractSchema(compiledSchema, {enforceRequiredFields: true})
  return new Set(
    types.flatMap((type) => {
      const attributes =
        type.type === 'document'
          ? type.attributes
          : type.value.type === 'object'
            ? type.value.attributes
            : {}
      return Object.entries(attributes)
        .filter(([, {optional}]) => !optional)
        .map(([name]) => `${type.name}.${name}`)
    }),
  )
}
