import type {StructureBuilder} from 'sanity/structure'

import type {CommunityFacts} from '../community/readCommunity.ts'
import {newCommunityTemplateId} from '../templates/newCommunity.ts'

/** The list item for the community document, with its name and logo once it exists. */
export function communityItem(S: StructureBuilder, {exists}: CommunityFacts) {
  return exists
    ? S.documentListItem().id('community').schemaType('community').child(communityForm(S))
    : S.listItem()
        .id('community')
        .title('Community')
        .schemaType('community')
        .child(communityForm(S))
}

/** The form of the community document. If it is missing, typing in it creates it. */
export function communityForm(S: StructureBuilder) {
  return S.document()
    .schemaType('community')
    .documentId('community')
    .initialValueTemplate(newCommunityTemplateId)
}
