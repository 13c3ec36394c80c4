import type * as z from 'zod/mini'

import {checkFilterValues} from '../options/checkedOptions.ts'
import type {LoaderContext} from '../context.ts'
import {documentReads} from '../documentReads.ts'
import type {LoaderResult} from '../loader.ts'
import {type SlugFilter, slugQuery} from '../queries/slugQuery.ts'
import {filterProblems} from '../results/filterProblems.ts'
import {propertyAt} from '../results/path.ts'
import {answerQuestion} from './answerQuestion.ts'

/** Returns all documents of a type, or the one with a slug. */
export async function readBySlug<
  Type extends 'series' | 'guest',
  View extends z.ZodMiniType<{_type: Type}>,
>(
  context: LoaderContext,
  type: Type,
  view: View,
  filter: SlugFilter,
): Promise<LoaderResult<z.output<View>[]>> {
  const tag = documentReads[type].method
  checkFilterValues(tag, filter, ['slug'])
  const {query, params} = slugQuery(context.views, type, filter, context.language)
  const question = {tag, query, params, now: context.now()}
  return answerQuestion(context, question, (reader, raw) => {
    const unknown = propertyAt(raw, 'unknown')
    for (const each of filterProblems(unknown, filter, type)) reader.report(each)
    return {data: reader.list('items', view)}
  })
}
