import {ClockIcon} from '@sanity/icons/Clock'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {catchError, distinctUntilChanged, map, of, shareReplay, startWith, switchMap} from 'rxjs'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'
import type {Extension} from 'touchpoints/extend'

import {attentionItems, attentionTotal} from '../attention/attentionItems.ts'
import {observeOverview} from '../attention/observeOverview.ts'
import {capitalized} from '../community/capitalized.ts'
import {observeCommunity} from '../community/observeCommunity.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {agendaImportItem} from './agendaImportItem.tsx'
import {attentionPane} from './attentionPane.ts'
import {communityItem} from './communityItem.ts'
import {documentLists} from './documentLists.ts'
import {pastYears} from './pastYears.ts'
import {sessionList} from './sessionList.ts'

interface MeetingsStructureOptions {
  /** URL of the merged calendar with drafts. */
  eventsUrl?: string | undefined
  /** What the project adds to the content. */
  extension?: Extension | undefined
}

/**
 * The Studio's first list: the community, upcoming sessions, open tasks, past sessions, then all document
 * types. Its titles are the community's own words, and change with them.
 */
export function meetingsStructure({
  eventsUrl,
  extension,
}: MeetingsStructureOptions = {}): StructureResolver {
  return (S, context) =>
    observeCommunity(context.documentStore, apiVersion).pipe(
      switchMap((community) => {
        // Shared, so that the first list and the open one read once.
        const overview = observeOverview(context.documentStore, community).pipe(
          shareReplay({bufferSize: 1, refCount: true}),
        )
        const total = overview.pipe(
          map((each) => attentionTotal(attentionItems(community, each, new Date().toISOString()))),
          startWith(0),
          // The lists work without the total.
          catchError(() => of(0)),
          distinctUntilChanged(),
        )
        return total.pipe(
          map((count) =>
            S.list()
              .id('meetings')
              .title(community.name ?? 'Meetings')
              .items([
                communityItem(S, community),
                S.divider(),
                upcoming(S),
                attentionPane(S, {community, overview, total: count}),
                pastYears(S, context),
                bySeries(S, community),
                S.divider(),
                ...documentLists(S, {context, community, eventsUrl, extension}),
                agendaImportItem(S),
              ]),
          ),
        )
      }),
    )
}

function upcoming(S: StructureBuilder) {
  return S.listItem()
    .id('upcoming')
    .title('Upcoming')
    .icon(ClockIcon)
    .schemaType('touchpoint')
    .child(
      sessionList(S, {
        id: 'upcoming',
        title: 'Upcoming',
        filter: 'schedule.start >= now()',
        order: 'soonest',
      }),
    )
}

function bySeries(S: StructureBuilder, {series, session}: CommunityFacts) {
  return S.listItem()
    .id('by-series')
    .title(`By ${series.singular}`)
    .schemaType('series')
    .child(
      // Not documentTypeList: the Studio opens a series in the first such list, and this list opens the
      // sessions of a series.
      S.documentList()
        .id('by-series')
        .title(`By ${series.singular}`)
        .schemaType('series')
        .apiVersion(apiVersion)
        .filter('_type == "series"')
        .canHandleIntent(() => false)
        .child((seriesId) =>
          sessionList(S, {
            id: seriesId,
            title: capitalized(session.plural),
            filter: 'series._ref == $seriesId',
            params: {seriesId},
          }).initialValueTemplates([
            S.initialValueTemplateItem(sessionTemplateId, {seriesId}).title(
              `Next ${session.singular}`,
            ),
          ]),
        ),
    )
}
