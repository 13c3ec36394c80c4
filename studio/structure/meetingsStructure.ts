import {ClockIcon} from '@sanity/icons/Clock'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'

import {sessionTemplateId} from '../templates/sessionOfSeries.ts'
import {agendaItem} from './agendaItem.tsx'
import {attentionPane} from './attentionPane.ts'
import {calendarsList} from './calendarsList.ts'
import {pastYears} from './pastYears.ts'
import {apiVersion} from './apiVersion.ts'

const newestFirst = [{field: 'schedule.start', direction: 'desc' as const}]
const soonestFirst = [{field: 'schedule.start', direction: 'asc' as const}]

interface MeetingsStructureOptions {
  /** Where the merged calendar with drafts is served. */
  eventsUrl?: string | undefined
}

/** The Studio's first page: what is next, what is missing, what was; then who and what it is made of. */
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
        S.documentTypeListItem('touchpoint').title('All touchpoints'),
        S.documentTypeListItem('series').title('Series and cadences'),
        S.documentTypeListItem('guest').title('Guests'),
        S.documentTypeListItem('organization').title('Organizations'),
        workingGroups(S),
        recordings(S),
        calendarsList(S, eventsUrl),
        S.divider(),
        S.listItem()
          .id('meetingsPage')
          .title('Meetings page')
          .schemaType('meetingsPage')
          .child(S.document().schemaType('meetingsPage').documentId('meetingsPage')),
        agendaItem(S),
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
      // Not documentTypeList: the Studio would take that one, the first of its type, for the place where
      // a series opens, and here a series stands for its sessions.
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
              S.initialValueTemplateItem(sessionTemplateId, {seriesId}).title('The next session'),
            ]),
        ),
    )
}

const phases = [
  ['forming', 'Forming'],
  ['active', 'Active'],
  ['maintenance', 'In maintenance'],
  ['archived', 'Archived'],
] as const

function workingGroups(S: StructureBuilder) {
  return S.listItem()
    .id('working-groups')
    .title('Working groups')
    .schemaType('workingGroup')
    .child(
      S.list()
        .title('Working groups')
        .items([
          ...phases.map(([phase, title]) =>
            S.listItem()
              .id(phase)
              .title(title)
              .schemaType('workingGroup')
              .child(
                S.documentList()
                  .id(phase)
                  .title(title)
                  .schemaType('workingGroup')
                  .apiVersion(apiVersion)
                  .filter('_type == "workingGroup" && phase == $phase')
                  .params({phase}),
              ),
          ),
          S.divider(),
          S.documentTypeListItem('workingGroup').title('All working groups'),
        ]),
    )
}

function recordings(S: StructureBuilder) {
  return S.listItem()
    .id('recordings')
    .title('Recordings')
    .schemaType('recording')
    .child(
      S.list()
        .title('Recordings')
        .items([
          S.listItem()
            .id('without-touchpoint')
            .title('Without a touchpoint')
            .schemaType('recording')
            .child(
              S.documentList()
                .id('without-touchpoint')
                .title('Without a touchpoint')
                .schemaType('recording')
                .apiVersion(apiVersion)
                .filter('_type == "recording" && !defined(touchpoint)')
                .defaultOrdering([{field: 'date', direction: 'desc'}]),
            ),
          S.documentTypeListItem('recording').title('All recordings'),
        ]),
    )
}
