import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder} from 'sanity/structure'

/** The list item for recordings: those without a session, and all. */
export function recordingsList(S: StructureBuilder) {
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
