import {publishedId, refOf, textOf} from '@touchpoints/schemas/reading'
import type {Path, SanityDocument} from 'sanity'

import {valueAt} from '../form/valueAt.ts'

/** The part of a client that reads. */
export interface DocumentReader {
  fetch(query: string, params: {ids: string[]}, options: {perspective: 'raw'}): Promise<unknown>
}

/**
 * Says which document a reference leads to. Sanity's own message, "Referenced document must be published", names none.
 *
 * @param path - path of the reference in the document
 */
export async function unpublishedMessage(
  client: DocumentReader,
  document: SanityDocument,
  path: Path,
): Promise<string> {
  const ref = refOf(valueAt(document, path))
  if (ref === undefined) return 'What this refers to is not published. Publish it first.'
  const id = publishedId(ref)
  const title = textOf(
    await client.fetch(
      '*[_id in $ids][0]{"title": coalesce(title, name, _id)}.title',
      {ids: [id, `drafts.${id}`]},
      {perspective: 'raw'},
    ),
  )
  return title === undefined
    ? `The document “${id}” does not exist. Select another one.`
    : `“${title}” (${id}) is not published. Publish it first, or select another one.`
}
