import type * as z from 'zod/mini'

import {withholdByView} from '../audience/withholdByView.ts'
import {checkedCount} from '../checkedOptions.ts'
import type {LoaderContext} from '../context.ts'
import {ConfigurationError} from '../errors.ts'
import {checkProperties} from '../extension/checkProperties.ts'
import {documentTypeOf} from '../extension/extendView.ts'
import {requireOpenObjects} from '../extension/requireOpenObjects.ts'
import type {LoaderResult, ReadOptions} from '../loader.ts'
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
  const type = options.type ?? documentTypeOf(view)
  if (type === undefined) throw noType()
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
  const query = `{"items":${items},"total":${countQuery(selection)}}`
  const question = {tag: 'read', query, params: {}, ownParams: params, now: context.now()}
  return answerQuestion(context, question, (reader) => ({
    data: reader.customList('items', view, (item) => withholdByView(view, item)),
    total: reader.count('total'),
  }))
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
