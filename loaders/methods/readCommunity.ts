import type {LoaderContext} from '../context.ts'
import type {LoaderResult} from '../loader.ts'
import {documentsQuery} from '../queries/documentsQuery.ts'
import type {Community} from '../views/community.ts'
import {answerQuestion} from './answerQuestion.ts'

/** Returns the community document, or null while none is published. */
export async function readCommunity(
  context: LoaderContext,
): Promise<LoaderResult<Community | null>> {
  const view = context.views.community
  const query = documentsQuery({
    type: 'community',
    view,
    language: context.language,
    slice: {offset: 0, limit: 1},
  })
  const question = {tag: 'community', query, params: {}, now: context.now()}
  return answerQuestion(context, question, (reader) => ({
    data: reader.list('items', view)[0] ?? null,
  }))
}
