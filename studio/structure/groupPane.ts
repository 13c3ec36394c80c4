import {ClockIcon} from '@sanity/icons/Clock'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder} from 'sanity/structure'

import {capitalized} from '../community/capitalized.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {meetingTemplateId} from '../templates/meetingOfGroup.ts'
import {sessionList} from './sessionList.ts'

/** The pane of a group: its form, its meetings, their sessions, and the groups in it. */
export function groupPane(S: StructureBuilder, groupId: string, community: CommunityFacts) {
  const sessions = capitalized(community.session.plural)
  return S.list()
    .id(groupId)
    .title(capitalized(community.group.singular))
    .items([
      S.documentListItem().id(groupId).schemaType('workingGroup').child(groupForm(S, groupId)),
      S.divider(),
      S.listItem()
        .id('meetings')
        .title('Meetings')
        .schemaType('series')
        .child(
          S.documentList()
            .id('meetings')
            .title('Meetings')
            .schemaType('series')
            .apiVersion(apiVersion)
            .filter('_type == "series" && group._ref == $groupId')
            .params({groupId})
            .initialValueTemplates([
              S.initialValueTemplateItem(meetingTemplateId, {groupId}).title('Add a meeting'),
            ]),
        ),
      S.listItem()
        .id('sessions')
        .title(sessions)
        .icon(ClockIcon)
        .schemaType('touchpoint')
        .child(
          sessionList(S, {
            id: 'sessions',
            title: sessions,
            filter: 'series->group._ref == $groupId',
            params: {groupId},
          }),
        ),
      S.listItem()
        .id('parts')
        .title(`${capitalized(community.group.plural)} in it`)
        .schemaType('workingGroup')
        .child(
          S.documentList()
            .id('parts')
            .title(`${capitalized(community.group.plural)} in it`)
            .schemaType('workingGroup')
            .apiVersion(apiVersion)
            .filter('_type == "workingGroup" && parent._ref == $groupId')
            .params({groupId}),
        ),
    ])
}

function groupForm(S: StructureBuilder, groupId: string) {
  return S.document().documentId(groupId).schemaType('workingGroup')
}
