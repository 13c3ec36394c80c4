import {nearestName} from '@touchpoints/calendar/option-names'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import {withholdByView} from '../audience/withholdByView.ts'
import {checkedGroq, checkedOrder} from '../options/checkGroq.ts'
import {checkedCount} from '../options/checkedOptions.ts'
import {checkedParams} from '../options/checkedParams.ts'
import type {LoaderContext} from '../context.ts'
import {ConfigurationError, QueryError} from '../errors.ts'
import {checkProperties} from '../extension/checkProperties.ts'
import {documentTypeOf} from '../extension/extendView.ts'
import {requireOpenObjects} from '../extension/requireOpenObjects.ts'
import type {LoaderResult, ReadOptions} from '../loader.ts'
import type {FilterProblem} from '../problems.ts'
import {countQuery, documentsQuery} from '../queries/documentsQuery.ts'
import {isSchema, isType} from '../views/isType.ts'
import {answerQuestion} from './answerQuestion.ts'

/** Returns the documents that a view of the caller describes. */
export async function readView<View extends z.core.$ZodObject>(
  context: LoaderContext,
  view: View,
  options: ReadOptions,
): Promise<LoaderResult<z.core.output<View>[]> & {total: number}> {
  const {filter, params = {}, order, offset = 0, limit} = options
  if (!isObjectView(view)) throw noObject()
  checkProperties('view', view)
  requireOpenObjects('view', view)
  const type = typeOf(view, options.type)
  if (filter !== undefined) checkedGroq('filter', filter)
  if (order !== undefined) checkedOrder('order', order)
  // On lines of its own: a comment in the condition must not end the query.
  const selection = {type, ...(filter !== undefined && {where: [`(\n${filter}\n)`]})}
  const isRange = offset > 0 || limit !== undefined
  const items = documentsQuery({
    ...selection,
    view,
    isCustom: true,
    language: context.language,
    ...(order !== undefined && {order}),
    ...(isRange && {
      slice: {
        offset: checkedCount('offset', offset),
        limit: checkedCount('limit', limit ?? manyDocuments),
      },
    }),
  })
  const known = [...documentTypeNames, ...Object.keys(context.extension?.documents ?? {})]
  const isKnown = known.includes(type) || type.includes('.')
  const typed = isKnown ? '' : `,"typed":${countQuery({type})}`
  const query = `{"items":${items},"total":${countQuery(selection)}${typed}}`
  const ownParams = checkedParams(params, items)
  const question = {tag: 'read', query, params: {}, ownParams, now: context.now()}
  try {
    return await answerQuestion(context, question, (reader) => {
      const data = reader.customList('items', view, (item) => withholdByView(view, item))
      const total = reader.count('total')
      if (!isKnown && reader.count('typed') === 0) reader.report(noDocuments(type, known))
      return {data, total}
    })
  } catch (error) {
    if (!(error instanceof QueryError) || error.reason !== 'rejected') throw error
    const {reason, message, detail, cause} = error
    const named = ['filter', 'order'].filter((name) => name in options)
    const parts = [...named, 'the sources of the view (computed, where, when)'].join(', ')
    throw new QueryError(reason, `${message} It is the query of loader.read: look at ${parts}.`, {
      detail,
      cause,
    })
  }
}

/** The type of the documents: an option, or the literal of the view. */
function typeOf(view: z.core.$ZodObject, type: string | undefined): string {
  const literal = view._zod.def.shape['_type']
  const values = isType(literal, 'literal') ? literal._zod.def.values : []
  if (type !== undefined && (values.length === 0 || values.includes(type))) return type
  if (type !== undefined) {
    throw new ConfigurationError(
      'type',
      `type is "${type}", and the view takes documents of type ${values.map(String).join(', ')} alone. Use one of both.`,
    )
  }
  if (values.length > 1) {
    throw new ConfigurationError(
      'view',
      `The view has ${values.length} document types in _type, and one call reads one. Use a view for each, or pass type.`,
    )
  }
  const own = documentTypeOf(view)
  if (own === undefined) throw noType()
  return own
}

/** A dataset can have types that no extension names. Without a document, the type is likely misspelled. */
function noDocuments(type: string, known: readonly string[]): FilterProblem {
  const nearest = nearestName(type, known)
  const advice =
    nearest === undefined
      ? 'Check the name, and whether documents are published.'
      : `Did you mean "${nearest}"?`
  const message = `No document has the type "${type}", and the extension of the loader does not name it. ${advice}`
  return {kind: 'filter', name: 'type', value: type, message}
}

/** A range needs an end. No dataset has that many documents. */
const manyDocuments = 1_000_000_000

/** Programs in plain JavaScript, or with another version of zod, can pass anything. */
function isObjectView(view: unknown): boolean {
  return isSchema(view) && isType(view, 'object')
}

function noObject(): ConfigurationError {
  return new ConfigurationError(
    'view',
    'The view is not an object schema of zod 4. Use z.object({…}) of zod or zod/mini, without a transform.',
  )
}

function noType(): ConfigurationError {
  return new ConfigurationError(
    'type',
    "The view does not say which documents to read. Add _type: z.literal('venue') to the view, or pass type: 'venue'.",
  )
}
