import * as z from 'zod/mini'

import {seriesView} from '../views/series.ts'
import {field} from '../views/source.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {documentsQuery} from './documentsQuery.ts'
import {notOver} from './touchpointConditions.ts'

const nextOfThisSeries = `*[${[
  '_type == "touchpoint"',
  'series._ref == ^._id',
  notOver.rough,
  'status != "cancelled"',
].join(' && ')}][${notOver.exact}]`

/**
 * A series and its next sessions: two, so that one broken document does not hide that there is
 * another. A cancelled session is not the next one; it stands among the upcoming.
 */
export const seriesWithNextView = z.object({
  ...seriesView.shape,
  nextSessions: field(
    {computed: `${nextOfThisSeries} | order(schedule.start asc,_id asc)[0...2]`},
    z.array(touchpointView),
  ),
})

/** Parameters: `$now` and `$dayBefore`. */
export const seriesWithNextQuery = documentsQuery({
  type: 'series',
  view: seriesWithNextView,
  order: 'title asc',
})
