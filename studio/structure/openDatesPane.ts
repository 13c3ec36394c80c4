import {CalendarIcon} from '@sanity/icons/Calendar'
import {firstValueFrom, type Observable} from 'rxjs'
import type {StructureBuilder} from 'sanity/structure'

import type {Overview} from '../attention/overview.ts'
import {capitalized} from '../community/capitalized.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {type Gap, gaps, gapWeeks, sessionIdOf} from '../series/seriesGaps.ts'
import {sessionTimes} from '../schedule/sessionTimes.ts'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {emptyPane} from './emptyPane.tsx'

const noGaps = ({session, series}: CommunityFacts) =>
  `All dates of the next ${gapWeeks} weeks that need their own ${session.singular} have one. ${capitalized(series.plural)} that meet on each date need none.`

/** Returns the pane of cadence dates without a session. Opening a date creates its session. */
export function openDatesPane(
  S: StructureBuilder,
  community: CommunityFacts,
  overview: Observable<Overview>,
) {
  const title = `Cadence dates without ${community.session.plural}`
  return async () => {
    // Read once: a date that gets its session stays in the list while the session is open beside it.
    const {series} = await firstValueFrom(overview)
    const open = gaps(series, new Date().toISOString())
    return open.length > 0
      ? S.list()
          .title(title)
          .items(open.map((gap) => gapItem(S, gap)))
      : emptyPane(S, title, noGaps(community))
  }
}

function gapItem(S: StructureBuilder, gap: Gap) {
  const {series, start, timeZone} = gap
  const [local] = sessionTimes(start, 0, [{name: '', timeZone}])
  const id = sessionIdOf(gap)
  return S.listItem()
    .id(id)
    .title(`${local?.date}, ${local?.from} · ${series.title}`)
    .icon(CalendarIcon)
    .child(
      S.document()
        .documentId(id)
        .schemaType('touchpoint')
        .initialValueTemplate(sessionTemplateId, {seriesId: series.id, start, timeZone}),
    )
}
