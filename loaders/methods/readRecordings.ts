import {checkedCount, checkFilterValues} from '../options/checkedOptions.ts'
import type {LoaderContext} from '../context.ts'
import type {LoaderResult} from '../loader.ts'
import {
  recordingConditions,
  type RecordingFilter,
  recordingsQuery,
} from '../queries/recordingsQuery.ts'
import {filterProblems} from '../results/filterProblems.ts'
import {propertyAt} from '../results/path.ts'
import type {Recording} from '../views/recording.ts'
import {answerQuestion} from './answerQuestion.ts'

export async function readRecordings(
  context: LoaderContext,
  filter: RecordingFilter,
): Promise<LoaderResult<Recording[]> & {total: number}> {
  checkFilterValues('recordings', filter, Object.keys(recordingConditions))
  const {offset, limit} = filter
  if (offset !== undefined) checkedCount('offset', offset)
  if (limit !== undefined) checkedCount('limit', limit)
  const {query, params} = recordingsQuery(context.views, filter, context.language)
  const question = {tag: 'recordings', query, params, now: context.now()}
  return answerQuestion(context, question, (reader, raw) => {
    const unknown = propertyAt(raw, 'unknown')
    for (const each of filterProblems(unknown, filter, 'recording')) reader.report(each)
    return {data: reader.list('items', context.views.recording), total: reader.count('total')}
  })
}
