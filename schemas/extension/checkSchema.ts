import type {FieldDefinition, FieldGroupDefinition, IntrinsicTypeName} from '@sanity/types'
import {nameHint, nearestName} from '@touchpoints/calendar/option-names'

import {documentTypeNames} from '../registry/index.ts'
import {documentDefinitions, schemaTypes} from '../schemaTypes.ts'
import type {SchemaExtension} from './schemaExtension.ts'
import {typeNamesIn} from './typeNamesIn.ts'

/** The types of Sanity. A field can have each of them but `document`. */
const sanityTypes = {
  array: true,
  block: true,
  boolean: true,
  crossDatasetReference: true,
  date: true,
  datetime: true,
  document: true,
  email: true,
  file: true,
  geopoint: true,
  globalDocumentReference: true,
  image: true,
  number: true,
  object: true,
  reference: true,
  slug: true,
  string: true,
  text: true,
  url: true,
} satisfies Record<IntrinsicTypeName, true>

/**
 * Checks that the fields and types of an extension fit into the schema. Sanity would report most of these in the
 * browser only, and a field that is declared twice not at all.
 *
 * @throws TypeError that says which name is wrong, and which one is likely meant
 */
export function checkSchema(extension: SchemaExtension): void {
  const {fields = {}, documents = {}, types = []} = extension
  const addedTypes = [...Object.values(documents).map(({type}) => type), ...types]
  requireFreeTypeNames(addedTypes.map(({name}) => name))
  const known = {
    documents: [...documentTypeNames, ...Object.keys(documents)],
    all: [
      ...Object.keys(sanityTypes),
      ...schemaTypes.map(({name}) => name),
      ...addedTypes.map(({name}) => name),
    ],
  }
  for (const [name, {type}] of Object.entries(documents)) {
    if (type.name !== name) {
      throw new TypeError(
        `The document type "${name}" has the name "${type.name}" in its definition. Use one name for both.`,
      )
    }
  }
  for (const type of addedTypes) requireTypes(`the type "${type.name}"`, type, known)
  for (const [name, added] of Object.entries(fields)) {
    const own = documentDefinitions.find((type) => type.name === name)
    if (!own) {
      throw new TypeError(
        `There is no document type "${name}" to add fields to. ${nameHint(name, documentTypeNames)}`,
      )
    }
    requireFreeFieldNames(name, added.fields, own.fields)
    const groups = [...(own.groups ?? []), ...(added.groups ?? [])]
    requireFreeGroupNames(name, groups)
    for (const field of added.fields) {
      const place = `the field "${field.name}" of ${name}`
      requireTypes(place, field, known)
      requirePlace(place, field, {
        group: groups.map((group) => group.name),
        fieldset: (own.fieldsets ?? []).map((fieldset) => fieldset.name),
      })
    }
  }
}

function requireFreeTypeNames(added: readonly string[]): void {
  const own = new Set([...Object.keys(sanityTypes), ...schemaTypes.map(({name}) => name)])
  const taken = added.find((name) => own.has(name))
  if (taken !== undefined) {
    const hint = documentTypeNames.some((name) => name === taken)
      ? `To add fields to it, use \`fields: {${taken}: …}\`. `
      : ''
    throw new TypeError(
      `The schema already has a type "${taken}". ${hint}Give the added type another name.`,
    )
  }
  const twice = added.find((name, index) => added.indexOf(name) !== index)
  if (twice === undefined) return
  throw new TypeError(`The extension has two types "${twice}". Rename one of them.`)
}

function requireFreeFieldNames(
  type: string,
  added: readonly FieldDefinition[],
  own: readonly FieldDefinition[],
): void {
  const names = [...own, ...added].map(({name}) => name)
  const taken = names.find((name, index) => names.indexOf(name) !== index)
  if (taken === undefined) return
  throw new TypeError(
    own.some(({name}) => name === taken)
      ? `${type} already has a field "${taken}". Give the added field another name.`
      : `The extension adds two fields "${taken}" to ${type}. Remove or rename one of them.`,
  )
}

function requireFreeGroupNames(type: string, groups: readonly FieldGroupDefinition[]): void {
  const names = groups.map(({name}) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return
  throw new TypeError(
    `The form of ${type} already has a tab "${twice}". Remove it from \`groups\` of the extension: a field can name it.`,
  )
}

/** @throws TypeError when a definition has a type that does not exist, at any depth */
function requireTypes(
  place: string,
  definition: object,
  known: {all: readonly string[]; documents: readonly string[]},
): void {
  const {types, targets} = typeNamesIn(definition)
  const target = targets.find((name) => !known.documents.includes(name))
  if (target !== undefined) {
    throw new TypeError(
      `There is no document type "${target}", which ${place} refers to. ${nameHint(target, known.documents)}`,
    )
  }
  const type = types.find((name) => !known.all.includes(name))
  if (type === undefined) return
  const nearest = nearestName(type, known.all)
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
  throw new TypeError(
    `There is no type "${type}", which ${place} has.${hint} A type of your own goes into \`types\` of the extension.`,
  )
}

/** @throws TypeError when a field names a tab or a fieldset that its form does not have */
function requirePlace(
  place: string,
  field: FieldDefinition,
  known: {group: readonly string[]; fieldset: readonly string[]},
): void {
  const group = [field.group ?? []].flat().find((name) => !known.group.includes(name))
  if (group !== undefined) {
    throw new TypeError(
      `The form has no tab "${group}", which ${place} names as its group. ${nameHint(group, known.group)} Or add the tab to \`groups\` beside \`fields\`.`,
    )
  }
  const {fieldset} = field
  if (fieldset === undefined || known.fieldset.includes(fieldset)) return
  throw new TypeError(
    `The form has no fieldset "${fieldset}", which ${place} names. ${nameHint(fieldset, known.fieldset)}`,
  )
}
