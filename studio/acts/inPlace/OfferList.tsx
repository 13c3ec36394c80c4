import {SuggestionList} from '../../recordings/SuggestionList.tsx'
import type {NamedDocument} from './likelyDuplicates.ts'
import type {Offer} from './offers.ts'

interface OfferListProps<Document extends NamedDocument> {
  label: string
  offers: readonly Offer<Document>[]
  onChoose: (document: Document) => void
}

/** Shows existing documents with a button to use one of them. */
export function OfferList<Document extends NamedDocument>({
  label,
  offers,
  onChoose,
}: OfferListProps<Document>) {
  return (
    <SuggestionList
      label={label}
      verb="Use"
      rows={offers.map(({document, reason}) => ({
        id: document.id,
        title: document.name,
        detail: [document.detail, reason].filter(Boolean).join(' · '),
      }))}
      onChoose={(id) => {
        const chosen = offers.find(({document}) => document.id === id)
        if (chosen) onChoose(chosen.document)
      }}
    />
  )
}
