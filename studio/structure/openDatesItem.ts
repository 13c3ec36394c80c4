import {CalendarIcon} from '@sanity/icons/Calendar'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'

import {capitalized} from '../community/capitalized.ts'
import type {Term} from '../community/readCommunity.ts'
import {openDates} from '../series/nextSession.ts'
import {allSeriesQuery, readSeries, type StoredSeries} from '../series/readSeries.ts'
import {sessionIdAt} from '../series/sessionIdAt.ts'
import {sessionTimes} from '../schedule/sessionTimes.ts'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {countedTitle, iconOfCount} from './countedTitle.ts'
import {emptyPane} from './emptyPane.tsx'

/** The number of open dates listed for each cadence. Communities rarely plan further ahead. */
const maxDates = 4

const noGaps = (session: Term, series: Term) =>
  `All upcoming dates that need their own ${session.singular} have one. ${capitalized(series.plural)} that meet on each date need none.`

/** The list item for cadence dates without a session. Opening a date creates its session. */
export function openDatesItem(
  S: StructureBuilder,
  {getClient}: StructureResolverContext,
  {session, series: term, count}: {session: Term; series: Term; count: number},
) {
  const title = `Cadence dates without ${session.plural}`
  return S.listItem()
    .id('open-dates')
    .title(countedTitle(title, count))
    .icon(iconOfCount(count))
    .child(async () => {
      const result = await getClient({apiVersion}).fetch<unknown[]>(
        allSeriesQuery,
        {},
        {perspective: 'drafts'},
      )
      const series = result.flatMap((each) => readSeries(each) ?? [])
      const open = gaps(series, new Date().toISOString())
      return open.length > 0
        ? S.list()
            .title(title)
            .items(open.map((gap) => gapItem(S, gap)))
        : emptyPane(S, title, noGaps(session, term))
    })
}

export interface Gap {
  series: StoredSeries
  /** UTC instant. */
  start: string
  /** IANA id. */
  timeZone: string
}

/**
 * Returns the open dates of the series that need a session for each date, earliest first.
 *
 * The others meet on each date unless it is canceled, so their dates are not missing anything.
 */
export function gaps(series: readonly StoredSeries[], now: string): Gap[] {
  return series
    .filter(({needsSessions}) => needsSessions)
    .flatMap((each) =>
      openDates(each, now, maxDates).map(({start, slot}) => ({
        series: each,
        start,
        timeZone: slot.timeZone,
      })),
    )
    .toSorted((a, b) => a.start.localeCompare(b.start))
}

function gapItem(S: StructureBuilder, {series, start, timeZone}: Gap) {
  const [local] = sessionTimes(start, 0, [{name: '', timeZone}])
  const id = sessionIdAt(series.id, start)
  return S.listItem()
    .id(id)
    .title(`${local?.date}, ${local?.from} · ${series.title}`)
    .icon(CalendarIcon)
    .child(
      S.document()
        .documentId(id)
        .schemaType('touchpoint')
        .initialValueTemplate(sessionTemplateId, {seriesId: series.id, start}),
    )
}
