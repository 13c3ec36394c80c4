import type {DocumentDefinition, FieldDefinition} from '@sanity/types'

import {asValidation} from '../asValidation.ts'
import {addedRulesFor, applyAddedRules} from '../rules/index.ts'
import {type OwnDocument, type OwnType, schemaTypes} from '../schemaTypes.ts'
import {checkSchema} from './checkSchema.ts'
import type {AddedType, SchemaExtension} from './schemaExtension.ts'

/** The tab of added fields that name none, in a form with tabs. Without it, only "All fields" has them. */
const moreFields = {name: 'more', title: 'More fields'}

/**
 * Returns the types of the schema with the fields and document types of an extension, for
 * `schema: {types: schemaTypesWith(extension)}` in a Sanity workspace.
 *
 * Added fields come after those of the package. A field is in the tab (`group`) that it names. In a form with tabs,
 * a field without one is in the last tab, "More fields".
 *
 * @param now - UTC instant for the rules of the extension. Defaults to the machine's clock
 * @throws TypeError when a name is already used, and when a field has a type, tab or fieldset that does not exist
 * @example
 * schemaTypesWith({fields: {touchpoint: {fields: [{name: 'level', type: 'string', group: 'program'}]}}})
 */
export function schemaTypesWith(
  extension: SchemaExtension,
  now: () => string = () => new Date().toISOString(),
): (OwnType | AddedType)[] {
  checkSchema(extension)
  const validated = <Type extends DocumentDefinition>(type: Type) =>
    withAddedRules(type, extension, now)
  return [
    ...schemaTypes.map((type) =>
      type.type === 'document' ? validated(withAddedFields(type, extension)) : type,
    ),
    ...Object.values(extension.documents ?? {}).map(({type}) => validated(type)),
    ...(extension.types ?? []),
  ]
}

function withAddedFields(type: OwnDocument, {fields}: SchemaExtension): OwnDocument {
  const added = fields?.[type.name]
  if (!added) return type
  const groups = [...(type.groups ?? []), ...(added.groups ?? [])]
  const isInNoTab = (field: FieldDefinition) => groups.length > 0 && field.group === undefined
  const placed = added.fields.map((field) =>
    isInNoTab(field) ? {...field, group: moreFields.name} : field,
  )
  if (added.fields.some(isInNoTab)) groups.push(moreFields)
  return {
    ...type,
    ...(groups.length > 0 && {groups}),
    fields: [...type.fields, ...placed],
  }
}

function withAddedRules<Type extends DocumentDefinition>(
  type: Type,
  extension: SchemaExtension,
  now: () => string,
): Type {
  const rules = addedRulesFor(extension, type.name)
  if (rules.length === 0) return type
  const added = asValidation((document) => applyAddedRules(rules, document, now()))
  return {
    ...type,
    validation: (rule, context) => [type.validation?.(rule, context) ?? [], added(rule)].flat(),
  }
}
