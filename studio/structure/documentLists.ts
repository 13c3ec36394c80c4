import {apiVersion} from '@touchpoints/schemas/defaults'
import {documentTypeNames, isSingleton, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'

import {calendarsList} from './calendarsList.ts'

type Item = ListItemBuilder | ReturnType<StructureBuilder['divider']>
type List = (S: StructureBuilder, eventsUrl: string | undefined) => ListItemBuilder

/** The list item for each document type. */
const listOfType = {
  touchpoint: (S) => S.documentTypeListItem('touchpoint').title('All touchpoints'),
  series: (S) => S.documentTypeListItem('series').title('Series and cadences'),
  guest: (S) => S.documentTypeListItem('guest').title('Guests'),
  organization: (S) => S.documentTypeListItem('organization').title('Organizations'),
  workingGroup: workingGroups,
  recording: recordings,
  calendar: calendarsList,
  calendarDecision: (S) => S.documentTypeListItem('calendarDecision').title('Calendar decisions'),
  meetingsPage: (S) =>
    S.listItem()
      .id('meetingsPage')
      .title('Meetings page')
      .schemaType('meetingsPage')
      .child(S.document().schemaType('meetingsPage').documentId('meetingsPage')),
} as const satisfies Record<DocumentTypeName, List>

/**
 * Returns the list items of all document types in the order of the registry, singletons last.
 *
 * @param eventsUrl - URL of the merged calendar
 */
export function documentLists(S: StructureBuilder, eventsUrl: string | undefined): Item[] {
  const listOf = (name: DocumentTypeName) => listOfType[name](S, eventsUrl)
  return [
    ...documentTypeNames.filter((name) => !isSingleton(name)).map(listOf),
    S.divider(),
    ...documentTypeNames.filter(isSingleton).map(listOf),
  ]
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
            .title('Without a session')
            .schemaType('recording')
            .child(
              S.documentList()
                .id('without-touchpoint')
                .title('Without a session')
                .schemaType('recording')
                .apiVersion(apiVersion)
                .filter('_type == "recording" && !defined(touchpoint)')
                .defaultOrdering([{field: 'date', direction: 'desc'}]),
            ),
          S.documentTypeListItem('recording').title('All recordings'),
        ]),
    )
}
