import type {StructureResolver} from 'sanity/structure'

export const meetingsStructure: StructureResolver = (S) =>
  S.list()
    .title('Meetings')
    .items([
      ...S.documentTypeListItems().filter((item) => item.getId() !== 'meetingsPage'),
      S.divider(),
      S.listItem()
        .id('meetingsPage')
        .title('Meetings page')
        .child(S.document().schemaType('meetingsPage').documentId('meetingsPage')),
    ])
