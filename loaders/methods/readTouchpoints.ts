import {checkedCount, checkedWindow, checkFilterValues} from '../options/checkedOptions.ts'
import {checkedInstant} from '../clock.ts'
import type {LoaderContext} from '../context.ts'
import type {LoaderResult, NowOption} from '../loader.ts'
import {seriesWithNextQuery} from '../queries/seriesWithNext.ts'
import {nowParams} from '../queries/touchpointConditions.ts'
import {
  filterConditions,
  touchpointsQuery,
  type TouchpointFilter,
} from '../queries/touchpointsQuery.ts'
import {filterProblems} from '../results/filterProblems.ts'
import {propertyAt} from '../results/path.ts'
import type {Touchpoint} from '../views/touchpoint.ts'
import {answerQuestion} from './answerQuestion.ts'

export async function readTouchpoints(
  context: LoaderContext,
  filter: TouchpointFilter,
): Promise<LoaderResult<Touchpoint[]> & {total: number}> {
  checkFilterValues('touchpoints', filter, [...Object.keys(filterConditions), 'ids'])
  const now = filter.now === undefined ? context.now() : checkedInstant('now', filter.now)
  const window = filter.window && {window: checkedWindow(filter.window)}
  const {views} = context
  const {query, params} = touchpointsQuery(
    views,
    {
      ...filter,
      offset: checkedCount('offset', filter.offset ?? 0),
      limit: checkedCount('limit', filter.limit ?? 100),
      ...window,
    },
    now,
    context.language,
  )
  const ownParams = filter.ids && {ownParams: {ids: filter.ids}}
  const question = {
    tag: 'touchpoints',
    query,
    params,
    now,
    when: filter.when,
    ...ownParams,
    ...window,
  }
  return answerQuestion(context, question, (reader, raw) => {
    const unknown = propertyAt(raw, 'unknown')
    for (const each of filterProblems(unknown, filter, 'touchpoint')) reader.report(each)
    return {
      data: [
        ...reader.list('items', views.touchpoint),
        ...reader.list('undated', views.touchpoint),
      ],
      total: reader.count('total'),
    }
  })
}

/** Returns the next touchpoint of each series, soonest first. */
export async function readNextTouchpoints(
  context: LoaderContext,
  options: NowOption,
): Promise<LoaderResult<Touchpoint[]>> {
  const now = options.now === undefined ? context.now() : checkedInstant('now', options.now)
  const {views} = context
  const query = `{"series":${seriesWithNextQuery(views, context.language)}}`
  return answerQuestion(context, {tag: 'next', query, params: nowParams(now), now}, (reader) => ({
    data: reader
      .list('series', views.seriesWithNext)
      .flatMap(({nextSessions}) => nextSessions.slice(0, 1))
      .sort((a, b) => (a.schedule.start < b.schedule.start ? -1 : 1)),
  }))
}
