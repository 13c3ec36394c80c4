import {defineLocaleResourceBundle} from 'sanity'

/** What the Studio says of an empty list, in the words of whoever keeps meetings. */
export const wording = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {
    'panes.document-list-pane.no-documents-of-type.text': 'None yet. The + above starts the first.',
    'panes.document-list-pane.no-matching-documents.text': 'Nothing in this list now.',
  },
})
