import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {Spinner} from '@sanity/ui'
import {lazy, Suspense} from 'react'
import type {StructureBuilder} from 'sanity/structure'

// Loaded when it is opened: reading Markdown is needed once in a community's life.
const LazyPane = lazy(async () => ({
  default: (await import('../agenda/AgendaPane.tsx')).AgendaPane,
}))

const Pane = () => (
  <Suspense fallback={<Spinner muted />}>
    <LazyPane />
  </Suspense>
)

/** Where an agenda of the old kind is pasted and becomes documents. */
export function agendaItem(S: StructureBuilder) {
  return S.listItem()
    .id('old-agenda')
    .title('Paste an old agenda')
    .icon(ClipboardIcon)
    .child(S.component(Pane).id('old-agenda').title('Paste an old agenda'))
}
