import {nameHint, unknownName} from '@touchpoints/calendar/option-names'
import {documentTypeNames, isDocumentTypeName} from '@touchpoints/schemas/registry'

import {ConfigurationError} from '../errors.ts'
import {checkRuleCodes} from './checkRuleCodes.ts'
import {checkView} from './checkView.ts'
import {documentTypeOf} from './extendView.ts'
import type {Extension, Named} from './extension.ts'

const partNames = ['fields', 'documents', 'types']
const fieldPartNames = ['fields', 'groups', 'view', 'rules', 'publish']
const documentPartNames = ['type', 'view', 'order', 'listTitle', 'rules']

/** Types with a document that is in events. See `additionsOf`. */
const published = ['touchpoint', 'series', 'workingGroup']

/** What each document has, beside the fields of its type. */
const systemFields = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']

/**
 * Checks an extension by itself. `schemaTypesWith` of @touchpoints/schemas compares it with the schema, and a loader
 * with the views of the package: this module is part of each Studio and each site, so it loads neither.
 *
 * @throws ConfigurationError with the place in the extension as `option`
 */
export function checkExtension(extension: Extension): void {
  requireNames('', extension, partNames)
  const {fields = {}, documents = {}} = extension
  for (const [type, added] of Object.entries(fields)) {
    const place = `fields.${type}`
    if (!isDocumentTypeName(type)) {
      throw new ConfigurationError(
        place,
        `There is no document type "${type}" to add fields to. ${nameHint(type, documentTypeNames)} A type of your own goes into \`documents\`.`,
      )
    }
    requireNames(place, added, fieldPartNames)
    if (added.publish !== undefined && !published.includes(type)) {
      throw new ConfigurationError(
        `${place}.publish`,
        `No event has a document of type "${type}", so \`publish\` of it would have no effect. Use it for ${published.join(', ')}, which get their referenced documents.`,
      )
    }
    const stored = [...namesIn(`${place}.fields`, added.fields), ...systemFields]
    checkView(`${place}.view`, added.view, {type, stored})
  }
  for (const [name, added] of Object.entries(documents)) {
    const place = `documents.${name}`
    requireNames(place, added, documentPartNames)
    checkDocumentName(name, added)
    const stored = [...namesIn(`${place}.type.fields`, fieldsIn(added.type)), ...systemFields]
    checkView(`${place}.view`, added.view, {type: name, stored})
  }
  checkRuleCodes([...Object.entries(fields), ...Object.entries(documents)])
}

function checkDocumentName(
  name: string,
  {type, view}: {type: Named; view: Parameters<typeof documentTypeOf>[0]},
): void {
  const place = `documents.${name}`
  if (isDocumentTypeName(name)) {
    throw new ConfigurationError(
      place,
      `There already is a document type "${name}". To add fields to it, use \`fields.${name}\`. Otherwise rename yours.`,
    )
  }
  if (type.name !== name) {
    throw new ConfigurationError(
      `${place}.type.name`,
      `The document type "${name}" has the name "${type.name}" in its definition. Use one name for both.`,
    )
  }
  const read = documentTypeOf(view)
  if (read === undefined || read === name) return
  throw new ConfigurationError(
    `${place}.view._type`,
    `The view of "${name}" reads documents of type "${read}". Use z.literal('${name}') for its _type.`,
  )
}

function requireNames(place: string, value: object, known: readonly string[]): void {
  if (typeof value !== 'object') {
    throw new ConfigurationError(
      place,
      `${place || 'The extension'} is ${String(value)}. Use an object with ${known.join(', ')}.`,
    )
  }
  const unknown = unknownName(value, known)
  if (unknown === undefined) return
  const option = place ? `${place}.${unknown}` : unknown
  throw new ConfigurationError(
    option,
    `An extension has no "${option}". ${nameHint(unknown, known)}`,
  )
}

/** The fields of a document type. The loader's own type of it, `Named`, has none. */
function fieldsIn(type: Named & {readonly fields?: unknown}): unknown {
  return type.fields
}

function namesIn(place: string, fields: unknown): string[] {
  const names = Array.isArray(fields)
    ? fields.flatMap((each: unknown) => {
        const name: unknown = Reflect.get(Object(each), 'name')
        return typeof name === 'string' ? name : []
      })
    : []
  if (Array.isArray(fields) && names.length === fields.length) return names
  throw new ConfigurationError(
    place,
    `${place} must be a list of fields, each with a name: what \`defineField\` of Sanity returns.`,
  )
}
