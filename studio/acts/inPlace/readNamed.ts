import {fieldsOf, publishedId, type StoredDocument, textOf} from '@touchpoints/schemas/reading'

import type {NamedDocument} from './likelyDuplicates.ts'
import type {Taken} from './newNamed.ts'

/** Documents of one type as the dialog offers them. */
export interface NamedDocuments extends Taken {
  documents: readonly (NamedDocument & {published: boolean})[]
}

/** GROQ query for all documents of some types with their names. Parameter: `$types`. Perspective: raw. */
export const namedQuery = `*[_type in $types]{
  _id, _type, name, title, "slug": slug.current, "organization": organization->name, url,
  "links": links[].url, "date": schedule.start
}`

/**
 * Reads the result of `namedQuery`: each document once, with the name of its draft, because editors see drafts.
 *
 * @param type - documents of other types are left out
 */
export function readNamed(result: unknown, type: string): NamedDocuments {
  const stored = Array.isArray(result) ? result.flatMap(storedIn) : []
  const own = stored.filter(({_type}) => _type === type)
  const published = new Set(own.map(({_id}) => _id).filter((id) => id === publishedId(id)))
  const byId = new Map<string, NamedDocument & {published: boolean}>()
  // Drafts and versions last, so that they replace the published form.
  for (const document of own.toSorted((a, b) => Number(isVariant(a)) - Number(isVariant(b)))) {
    const id = publishedId(document._id)
    const name = textOf(document['name']) ?? textOf(document['title'])
    if (name === undefined) continue
    const detail = textOf(document['organization']) ?? textOf(document['date'])?.slice(0, 10)
    byId.set(id, {
      id,
      type,
      name,
      ...(detail !== undefined && {detail}),
      links: linksOf(document),
      published: published.has(id),
    })
  }
  return {
    documents: [...byId.values()],
    ids: new Set(own.map(({_id}) => publishedId(_id))),
    slugs: new Set(own.flatMap(({slug}) => textOf(slug) ?? [])),
  }
}

function storedIn(value: unknown): StoredDocument[] {
  const fields = fieldsOf(value)
  const [_id, _type] = [textOf(fields['_id']), textOf(fields['_type'])]
  return _id === undefined || _type === undefined ? [] : [{...fields, _id, _type}]
}

function isVariant({_id}: StoredDocument): boolean {
  return _id !== publishedId(_id)
}

function linksOf({links, url}: StoredDocument): string[] {
  const all: unknown[] = Array.isArray(links) ? [...links, url] : [url]
  return all.flatMap((each) => textOf(each) ?? [])
}
