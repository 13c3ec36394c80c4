import type * as z from 'zod/mini'

import type {LoaderContext} from '../context.ts'
import {documentReads, type ListedTypeName} from '../documentReads.ts'
import type {LoaderResult} from '../loader.ts'
import {listQuery} from '../queries/listQuery.ts'
import {answerQuestion} from './answerQuestion.ts'

/** Returns all documents of a type. */
export async function readAll<
  Type extends ListedTypeName,
  View extends z.ZodMiniType<{_type: Type}>,
>(context: LoaderContext, type: Type, view: View): Promise<LoaderResult<z.output<View>[]>> {
  const {views, language} = context
  const tag = documentReads[type].method
  const question = {
    tag,
    query: listQuery(views, type, {language}),
    params: {},
    now: context.now(),
  }
  return answerQuestion(context, question, (reader) => ({data: reader.list('items', view)}))
}
