import {CalendarIcon} from '@sanity/icons/Calendar'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'

import {openDates} from '../series/nextSession.ts'
import {allSeriesQuery, readSeries, type StoredSeries} from '../series/readSeries.ts'
import {sessionTimes} from '../schedule/sessionTimes.ts'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {countedTitle, iconOfCount} from './countedTitle.ts'
import {emptyPane} from './emptyPane.tsx'

/** How many of a cadence's open dates are listed: as far ahead as communities plan. */
const ahead = 4

const noGaps =
  'Every coming date of a cadence has its session. Cadences are kept under Series and cadences; one that has ended promises nothing more.'

/** Dates that a cadence promises and no session fills; opening one starts that session. */
export function openDatesList(
  S: StructureBuilder,
  {getClient}: StructureResolverContext,
  count: number,
) {
  return S.listItem()
    .id('open-dates')
    .title(countedTitle('Dates of a cadence without a session', count))
    .icon(iconOfCount(count))
    .child(async () => {
      const answer = await getClient({apiVersion}).fetch<unknown[]>(
        allSeriesQuery,
        {},
        {perspective: 'drafts'},
      )
      const series = answer.flatMap((each) => readSeries(each) ?? [])
      const open = gaps(series, new Date().toISOString())
      const title = 'Dates without a session'
      return open.length > 0
        ? S.list()
            .title(title)
            .items(open.map((gap) => gapItem(S, gap)))
        : emptyPane(S, title, noGaps)
    })
}

export interface Gap {
  series: StoredSeries
  /** UTC instant. */
  start: string
}

/** Every series' open dates, the soonest first. */
export function gaps(series: readonly StoredSeries[], now: string): Gap[] {
  return series
    .flatMap((each) => openDates(each, now, ahead).map((start) => ({series: each, start})))
    .toSorted((a, b) => a.start.localeCompare(b.start))
}

function gapItem(S: StructureBuilder, {series, start}: Gap) {
  const timeZone = series.cadence?.timeZone ?? 'UTC'
  const [there] = sessionTimes(start, 0, [{name: '', timeZone}])
  // The same id each time, so that opening the date twice opens one session.
  const id = `session-${series.id}-${start.slice(0, 10)}`
  return S.listItem()
    .id(id)
    .title(`${there?.date}, ${there?.from} · ${series.title}`)
    .icon(CalendarIcon)
    .child(
      S.document()
        .documentId(id)
        .schemaType('touchpoint')
        .initialValueTemplate(sessionTemplateId, {seriesId: series.id, start}),
    )
}
