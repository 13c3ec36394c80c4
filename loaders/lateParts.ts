import type {LoaderSetup} from './context.ts'
import type {AddedFields} from './extension/addedFieldsPort.ts'
import {ownViews, type Views} from './extension/ownViews.ts'
import {type Read, readDocument} from './results/readDocument.ts'

/** What depends on whether a loader is a preview, and on whether it has an extension. */
export interface LateParts {
  /** What the views read: with the fields that the extension adds. */
  views: Views
  /** Handles added fields. Undefined without an extension. */
  added: AddedFields | undefined
  /** Reads strictly for visitors, and leniently for drafts and releases. */
  read: Read
}

/**
 * Returns the parts of a loader. What few loaders need is imported by the query that needs it first: the lenient reader
 * of a preview is 2.5 kB, and what handles added fields is 4 kB. A query that needs neither starts at once.
 */
export function lateParts(setup: LoaderSetup): LateParts | Promise<LateParts> {
  const {perspective, extension, studioUrl} = setup
  if (perspective !== 'published' || extension?.fields) return imported(setup)
  return {views: ownViews, added: undefined, read: strictReader(studioUrl)}
}

async function imported(setup: LoaderSetup): Promise<LateParts> {
  const [read, fields] = await Promise.all([readerOf(setup), fieldsOf(setup)])
  return {read, ...fields}
}

async function readerOf({perspective, studioUrl, now}: LoaderSetup): Promise<Read> {
  if (perspective === 'published') return strictReader(studioUrl)
  const {readLeniently} = await import('./preview/readLeniently.ts')
  return (view, item) => readLeniently(view, item, {studioUrl, now})
}

function strictReader(studioUrl: string | undefined): Read {
  return (view, item) => readDocument(view, item, {studioUrl})
}

async function fieldsOf({extension}: LoaderSetup): Promise<Omit<LateParts, 'read'>> {
  if (!extension?.fields) return {views: ownViews, added: undefined}
  const {addedFields, viewsWith} = await import('./extension/addedFields.ts')
  return {views: viewsWith(extension), added: addedFields}
}
