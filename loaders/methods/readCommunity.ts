import type {LoaderContext} from '../context.ts'
import type {LoaderResult} from '../loader.ts'
import {documentsQuery} from '../queries/documentsQuery.ts'
import {communityView, type Community} from '../views/community.ts'
import {answerQuestion} from './answerQuestion.ts'

/** Returns the community document, or null while none is published. */
export async function readCommunity(
  context: LoaderContext,
): Promise<LoaderResult<Community | null>> {
  const query = documentsQuery({
    type: 'community',
    view: communityView,
    language: context.language,
    slice: {offset: 0, limit: 1},
  })
  const question = {tag: 'community', query, params: {}, now: context.now()}
  return answerQuestion(context, question, (reader) => ({
    data: reader.list('items', communityView)[0] ?? null,
  }))
}
