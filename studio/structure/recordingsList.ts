import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder} from 'sanity/structure'

import type {CommunityFacts} from '../community/readCommunity.ts'

/** The list item for recordings: those of no session, and all. */
export function recordingsList(S: StructureBuilder, {session}: Pick<CommunityFacts, 'session'>) {
  const unattached = `Without ${session.plural}`
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
            .title(unattached)
            .schemaType('recording')
            .child(
              S.documentList()
                .id('without-touchpoint')
                .title(unattached)
                .schemaType('recording')
                .apiVersion(apiVersion)
                .filter('_type == "recording" && !defined(touchpoint)')
                .defaultOrdering([{field: 'date', direction: 'desc'}]),
            ),
          S.documentTypeListItem('recording').title('All recordings'),
        ]),
    )
}
