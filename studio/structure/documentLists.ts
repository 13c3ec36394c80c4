import {documentTypeNames, isSingleton, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {DocumentStore} from 'sanity'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {Extension} from 'touchpoints/extend'

import {capitalized} from '../community/capitalized.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {addedLists} from './addedLists.ts'
import {calendarsList} from './calendarsList.ts'
import {communityItem} from './communityItem.ts'
import {groupsList} from './groupsList.ts'
import {recordingsList} from './recordingsList.ts'
import {seriesList} from './seriesList.ts'

type Item = ListItemBuilder | ReturnType<StructureBuilder['divider']>

interface ListOptions {
  context: {documentStore: Pick<DocumentStore, 'listenQuery'>}
  community: CommunityFacts
  /** URL of the merged calendar. */
  eventsUrl: string | undefined
  /** Document types that the project adds. */
  extension?: Extension | undefined
}

type List = (S: StructureBuilder, options: ListOptions) => ListItemBuilder

/** The list item for each document type. */
const listOfType = {
  community: (S, {community}) => communityItem(S, community),
  touchpoint: (S, {community}) =>
    S.documentTypeListItem('touchpoint').title(`All ${community.session.plural}`),
  series: (S, {community}) => seriesList(S, community),
  guest: (S, {community}) =>
    S.documentTypeListItem('guest').title(capitalized(community.guest.plural)),
  organization: (S) => S.documentTypeListItem('organization').title('Organizations'),
  workingGroup: (S, {context, community}) => groupsList(S, context, community),
  recording: (S, {community}) => recordingsList(S, community),
  calendar: (S, {eventsUrl}) => calendarsList(S, eventsUrl),
  calendarDecision: (S) => S.documentTypeListItem('calendarDecision').title('Calendar decisions'),
  meetingsPage: (S) =>
    S.listItem()
      .id('meetingsPage')
      .title('Meetings page')
      .schemaType('meetingsPage')
      .child(S.document().schemaType('meetingsPage').documentId('meetingsPage')),
} as const satisfies Record<DocumentTypeName, List>

/** The types that have a place of their own in the Studio's first list. */
const placed: ReadonlySet<DocumentTypeName> = new Set(['community'])

/**
 * Returns the list items of all other document types in the order of the registry, then those of added types.
 * Singletons are last.
 */
export function documentLists(S: StructureBuilder, options: ListOptions): Item[] {
  const names = documentTypeNames.filter((name) => !placed.has(name))
  const listOf = (name: DocumentTypeName) => listOfType[name](S, options)
  return [
    ...names.filter((name) => !isSingleton(name)).map(listOf),
    ...addedLists(S, options.extension),
    S.divider(),
    ...names.filter(isSingleton).map(listOf),
  ]
}
