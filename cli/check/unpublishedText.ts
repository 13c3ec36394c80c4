import {isFields, publishedId, refOf, type StoredDocument} from '@touchpoints/schemas/reading'

/** Returns the title or the name of a document by its published id. Undefined without a document. */
export type TitleOf = (id: string) => string | undefined

/** Returns the titles of documents, those of drafts too. A document without a title has its id. */
export function titlesOf(documents: readonly StoredDocument[]): TitleOf {
  const titles = new Map(
    documents.map(({_id, title, name}) => [
      publishedId(_id),
      [title, name].find((each) => typeof each === 'string') ?? publishedId(_id),
    ]),
  )
  return (id) => {
    const title = titles.get(id)
    return typeof title === 'string' ? title : undefined
  }
}

/**
 * Says which document a reference leads to, and what to do. Sanity's own message names none.
 *
 * @param path - path of the reference in the document
 */
export function unpublishedText(
  document: StoredDocument,
  path: readonly (string | number | {_key: string})[],
  titleOf: TitleOf,
): string {
  const id = refOf(valueAt(document, path))
  if (id === undefined)
    return 'The document that this refers to is not published. Publish it first.'
  const title = titleOf(id)
  return title === undefined
    ? `There is no published document with the id “${id}”. Publish it first, or select another one.`
    : `“${title}” (${id}) is not published. Publish it first, or select another one.`
}

function valueAt(value: unknown, path: readonly (string | number | {_key: string})[]): unknown {
  const [segment, ...rest] = path
  if (segment === undefined) return value
  if (typeof segment === 'string')
    return isFields(value) ? valueAt(value[segment], rest) : undefined
  if (!Array.isArray(value)) return undefined
  const items: unknown[] = value
  const item =
    typeof segment === 'number'
      ? items[segment]
      : items.find((each) => isFields(each) && each['_key'] === segment._key)
  return valueAt(item, rest)
}
