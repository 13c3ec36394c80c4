import {datasetOf, runQuery, type LoaderContext} from '../context.ts'
import {QueryError} from '../errors.ts'
import type {Answer, AnswerSources, Question} from '../lastGood/lastGoodPort.ts'
import type {Stale} from '../stale.ts'
import type {LoaderResult} from '../loader.ts'
import type {StaleProblem} from '../problems.ts'
import {queryWithLabels} from '../queries/labelsQuery.ts'
import {ResultReader, wrongShape} from '../results/ResultReader.ts'
import {withDeadline} from '../lake/withDeadline.ts'

type Result<Parts> = Parts & Omit<LoaderResult<never>, 'data'>

/**
 * Sends one query and assembles its result. While the Content Lake does not answer, the result is the last
 * good one, if the loader keeps those. Previews never use it.
 *
 * @param assemble - makes the result from its lists. `raw` is undefined for an earlier answer.
 * @throws QueryError when there is neither a result nor an earlier one
 */
export async function answerQuestion<Parts extends object>(
  context: LoaderContext,
  own: Question,
  assemble: (reader: ResultReader, raw?: unknown) => Parts,
): Promise<Result<Parts>> {
  const {lake, lastGood, language, logger} = context
  const question = {...own, query: queryWithLabels(own.query, language)}
  const sent = {...question, params: {...own.params, ...own.ownParams}}
  const isPublic =
    context.perspective === 'published' &&
    context.token === undefined &&
    context.audience === 'everyone'
  const read = (source: unknown, syncTags: readonly string[], raw?: unknown) => {
    const reader = new ResultReader(source, {...context, isCopy: raw === undefined})
    const parts = assemble(reader, raw)
    const result: Result<Parts> = {...parts, problems: reader.problems, syncTags: [...syncTags]}
    const lists = Object.fromEntries(reader.parts.lists)
    const counts = Object.fromEntries(reader.parts.counts)
    return {result, answer: {lists, counts, syncTags}}
  }
  const fresh = async (signal?: AbortSignal) => {
    try {
      const {result, syncTags} = await runQuery({...context, signal}, sent)
      const isList = Array.isArray(result)
      if (isList && question.query.startsWith('{')) throw wrongShape('a list in place of an object')
      const source = isList ? {items: result} : result
      const answered = read(source, syncTags, result)
      if (isPublic) lake.succeeded()
      return answered
    } catch (error) {
      if (isPublic && error instanceof QueryError) lake.failed(error)
      throw error
    }
  }
  if (!lastGood || !isPublic) return (await fresh(context.signal)).result
  const sources: AnswerSources<Result<Parts>> = {
    source: datasetOf(context.client),
    // The result is for everyone, so it does not end with the caller who happened to be first.
    fresh: () => fresh(),
    restored: ({lists, counts, syncTags}: Answer) => read({...lists, ...counts}, syncTags).result,
    health: () => lake.health(),
  }
  const {result, stale} = await withDeadline(
    undefined,
    () => lastGood.answer(question, sources),
    context.signal,
  )
  if (stale) logger.warn(staleProblem(stale).message)
  return stale ? {...result, stale, problems: [...result.problems, staleProblem(stale)]} : result
}

function staleProblem(stale: Stale): StaleProblem {
  const {since, reason} = stale
  const message = `The Content Lake does not answer (${reason}). This is its last good answer, from ${since}. Check the lake.`
  return {kind: 'stale', ...stale, message}
}
