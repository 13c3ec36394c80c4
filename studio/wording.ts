import {defineLocaleResourceBundle} from 'sanity'

/** The Studio's texts for empty lists. */
export const wording = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {
    'panes.document-list-pane.no-documents-of-type.text': 'No documents yet. Use + to create one.',
    'panes.document-list-pane.no-matching-documents.text': 'This list is empty.',
  },
})
