import type * as z from 'zod/mini'

import {ResultReader} from '../results/ResultReader.ts'
import {runQuery, type LoaderContext} from '../context.ts'
import {documentReads, type ListedTypeName} from '../documentReads.ts'
import type {LoaderResult} from '../loader.ts'
import {listQuery} from '../queries/listQuery.ts'

/** Returns all documents of a type. */
export async function readAll<
  Type extends ListedTypeName,
  View extends z.ZodMiniType<{_type: Type}>,
>(context: LoaderContext, type: Type, view: View): Promise<LoaderResult<z.output<View>[]>> {
  const {result, syncTags} = await runQuery(context, documentReads[type].method, listQuery(type))
  const reader = new ResultReader({items: result}, context)
  return {data: reader.list('items', view), problems: reader.problems, syncTags}
}
