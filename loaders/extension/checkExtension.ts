import {nameHint, unknownName} from '@touchpoints/calendar/option-names'
import {
  documentTypeNames,
  isDocumentTypeName,
  type DocumentTypeName,
} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import {ConfigurationError} from '../errors.ts'
import {checkOrder} from './checkOrder.ts'
import {checkRuleCodes} from './checkRuleCodes.ts'
import {checkView} from './checkView.ts'
import {documentTypeOf} from './extendView.ts'
import type {Extension, Named} from './extension.ts'
import {ownFields, ownProperties, systemFields} from './ownNames.ts'

const partNames = ['fields', 'documents', 'types']
const fieldPartNames = ['fields', 'groups', 'view', 'rules', 'publish']
const documentPartNames = ['type', 'view', 'order', 'listTitle', 'rules']

/** Types with a document that is in events. See `additionsOf`. */
const published = ['touchpoint', 'series', 'workingGroup']

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
    const known = [...stored, ...ownFields(type)]
    const view = checkView(`${place}.view`, added.view, {type, stored, known})
    requireNewNames(type, `${place}.view`, view)
    if (!isPublisher(added)) {
      throw new ConfigurationError(
        `${place}.publish`,
        `${place}.publish is no function. Use a function that returns an object like {extra: {…}}.`,
      )
    }
  }
  for (const [name, added] of Object.entries(documents)) {
    const place = `documents.${name}`
    requireNames(place, added, documentPartNames)
    checkDocumentName(name, added)
    const stored = [...namesIn(`${place}.type.fields`, fieldsIn(added.type)), ...systemFields]
    checkView(`${place}.view`, added.view, {type: name, stored, known: stored})
    checkOrder(`${place}.order`, added.order, stored)
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
  const base: unknown = Reflect.get(type, 'type')
  if (base !== undefined && base !== 'document') {
    throw new ConfigurationError(
      `${place}.type.type`,
      `"${name}" is of type ${JSON.stringify(base)}, which has no documents. Use type: 'document'. A type for fields goes into \`types\`.`,
    )
  }
  const read = documentTypeOf(view)
  if (read === undefined || read === name) return
  throw new ConfigurationError(
    `${place}.view._type`,
    `The view of "${name}" reads documents of type "${read}". Use z.literal('${name}') for its _type.`,
  )
}

/** Programs in plain JavaScript can pass anything. */
function isPublisher({publish}: {readonly publish?: unknown}): boolean {
  return publish === undefined || typeof publish === 'function'
}

/** The added property would replace the one of the package. */
function requireNewNames(type: DocumentTypeName, place: string, view: z.core.$ZodObject): void {
  const own = ownProperties(type)
  const taken = Object.keys(view._zod.def.shape).find((name) => own.includes(name))
  if (taken === undefined) return
  throw new ConfigurationError(
    `${place}.${taken}`,
    `${type} already has "${taken}" in its view. Give the added property another name.`,
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
