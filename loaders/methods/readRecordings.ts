import {checkFilterValues} from '../options/checkedOptions.ts'
import type {LoaderContext} from '../context.ts'
import type {LoaderResult} from '../loader.ts'
import {type RecordingFilter, recordingsQuery} from '../queries/recordingsQuery.ts'
import {filterProblems} from '../results/filterProblems.ts'
import {propertyAt} from '../results/path.ts'
import type {Recording} from '../views/recording.ts'
import {answerQuestion} from './answerQuestion.ts'

export async function readRecordings(
  context: LoaderContext,
  filter: RecordingFilter,
): Promise<LoaderResult<Recording[]>> {
  checkFilterValues('recordings', filter, ['group'])
  const {query, params} = recordingsQuery(context.views, filter, context.language)
  const question = {tag: 'recordings', query, params, now: context.now()}
  return answerQuestion(context, question, (reader, raw) => {
    for (const problem of filterProblems(propertyAt(raw, 'unknown'), filter)) reader.report(problem)
    return {data: reader.list('items', context.views.recording)}
  })
}
