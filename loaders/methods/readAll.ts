import type * as z from 'zod/mini'

import {AnswerReader} from '../answers/AnswerReader.ts'
import {ask, type LoaderContext} from '../context.ts'
import type {Answer} from '../loader.ts'

/** All documents of one view. */
export async function readAll<View extends z.ZodMiniType>(
  context: LoaderContext,
  name: string,
  query: string,
  view: View,
): Promise<Answer<z.output<View>[]>> {
  const {result, syncTags} = await ask(context, name, query)
  const reader = new AnswerReader({items: result}, context)
  return {data: reader.list('items', view), problems: reader.problems, syncTags}
}
