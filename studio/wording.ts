import {defineLocaleResourceBundle} from 'sanity'

/** The Studio's texts for empty lists, and for a document without a title. The community may call it otherwise. */
export const wording = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {
    'panes.document-list-pane.no-documents-of-type.text': 'No documents yet. Use + to create one.',
    'panes.document-header-title.new.text': 'New',
    'browser-document-title.new-document': 'New',
    'panes.document-list-pane.no-matching-documents.text': 'This list is empty.',
  },
})
