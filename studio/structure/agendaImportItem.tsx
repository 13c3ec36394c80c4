import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {Spinner} from '@sanity/ui'
import {lazy, Suspense} from 'react'
import type {StructureBuilder} from 'sanity/structure'

// Loaded when it is opened, because the Markdown importer is rarely needed.
const LazyPane = lazy(async () => ({
  default: (await import('../agenda/AgendaImportPane.tsx')).AgendaImportPane,
}))

const Pane = () => (
  <Suspense fallback={<Spinner muted />}>
    <LazyPane />
  </Suspense>
)

/** The list item for the agenda import. */
export function agendaImportItem(S: StructureBuilder) {
  return S.listItem()
    .id('agenda-import')
    .title('Import agenda')
    .icon(ClipboardIcon)
    .child(S.component(Pane).id('agenda-import').title('Import agenda'))
}
