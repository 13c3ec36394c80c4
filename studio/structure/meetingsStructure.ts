import {ClockIcon} from '@sanity/icons/Clock'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'

import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {agendaImportItem} from './agendaImportItem.tsx'
import {attentionPane} from './attentionPane.ts'
import {documentLists} from './documentLists.ts'
import {pastYears} from './pastYears.ts'

const newestFirst = [{field: 'schedule.start', direction: 'desc' as const}]
const soonestFirst = [{field: 'schedule.start', direction: 'asc' as const}]

interface MeetingsStructureOptions {
  /** URL of the merged calendar with drafts. */
  eventsUrl?: string | undefined
}

/** The Studio's first list: upcoming sessions, open tasks, past sessions, then all document types. */
export function meetingsStructure({eventsUrl}: MeetingsStructureOptions = {}): StructureResolver {
  return (S, context) =>
    S.list()
      .title('Meetings')
      .items([
        upcoming(S),
        attentionPane(S, context),
        pastYears(S, context, newestFirst),
        bySeries(S),
        S.divider(),
        ...documentLists(S, eventsUrl),
        agendaImportItem(S),
      ])
}

function upcoming(S: StructureBuilder) {
  return S.listItem()
    .id('upcoming')
    .title('Upcoming')
    .icon(ClockIcon)
    .schemaType('touchpoint')
    .child(
      S.documentList()
        .id('upcoming')
        .title('Upcoming')
        .schemaType('touchpoint')
        .apiVersion(apiVersion)
        .filter('_type == "touchpoint" && schedule.start >= now()')
        .defaultOrdering(soonestFirst),
    )
}

function bySeries(S: StructureBuilder) {
  return S.listItem()
    .id('by-series')
    .title('By series')
    .schemaType('series')
    .child(
      // Not documentTypeList: the Studio opens a series in the first such list, and this list opens the
      // sessions of a series.
      S.documentList()
        .id('by-series')
        .title('By series')
        .schemaType('series')
        .apiVersion(apiVersion)
        .filter('_type == "series"')
        .canHandleIntent(() => false)
        .child((seriesId) =>
          S.documentList()
            .id(seriesId)
            .title('Sessions')
            .schemaType('touchpoint')
            .apiVersion(apiVersion)
            .filter('_type == "touchpoint" && series._ref == $seriesId')
            .params({seriesId})
            .defaultOrdering(newestFirst)
            .initialValueTemplates([
              S.initialValueTemplateItem(sessionTemplateId, {seriesId}).title('Next session'),
            ]),
        ),
    )
}
