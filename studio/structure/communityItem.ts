import type {StructureBuilder} from 'sanity/structure'

import type {CommunityFacts} from '../community/readCommunity.ts'
import {newCommunityTemplateId} from '../templates/newCommunity.ts'

/** The list item for the community document, with the name of the community. */
export function communityItem(S: StructureBuilder, {name}: CommunityFacts) {
  return S.listItem()
    .id('community')
    .title(name ?? 'Community')
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
