import * as z from 'zod/mini'

import type {Views} from '../extension/ownViews.ts'
import {seriesView} from '../views/series.ts'
import {field} from '../views/source.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {documentsQuery} from './documentsQuery.ts'
import {notOver} from './touchpointConditions.ts'

// A lake has an index of references, but none of `series._ref`: without it each series reads every session.
const nextOfThisSeries = `*[${[
  'references(^._id)',
  '_type == "touchpoint"',
  'series._ref == ^._id',
  notOver.indexed,
  'status != "cancelled"',
].join(' && ')}][${notOver.computed}]`

/**
 * A series and its next two sessions: two, so that a broken document does not hide the one after it.
 * A cancelled session is never the next one. It is listed with the upcoming sessions.
 */
export const seriesWithNextView = z.object({
  ...seriesView.shape,
  nextSessions: field(
    {computed: `${nextOfThisSeries} | order(schedule.start asc,_id asc)[0...2]`},
    z.array(touchpointView),
  ),
})

/** Returns the query for all series with their next sessions. Parameters: `$now` and `$dayBefore`. */
export function seriesWithNextQuery(views: Views, language?: string): string {
  const {seriesWithNext: view} = views
  return documentsQuery({type: 'series', view, language, order: 'title asc'})
}
