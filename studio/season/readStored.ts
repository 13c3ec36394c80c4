import {fieldsOf, itemsOf, type StoredDocument, textOf} from '@touchpoints/schemas/reading'
import type {SanityClient} from 'sanity'

import {sessionIdOf} from '../series/seriesGaps.ts'
import type {StoredState} from './planActs.ts'
import type {SeasonItem} from './seasonGrid.ts'
import {type Target, targetId} from './step.ts'

const storedQuery = `{
  "documents": *[_id in $ids],
  "slugs": *[_type == "touchpoint" && series._ref in $series].slug.current
}`

/** Reads what is stored of the selected items, in all forms that an act reads or writes. */
export async function readStored(
  client: SanityClient,
  items: readonly SeasonItem[],
  target: Target,
): Promise<StoredState> {
  const series = [...new Set(items.flatMap(({series: each}) => each?.id ?? []))]
  const sessions = items.map((item) =>
    item.kind === 'session' ? item.session.id : sessionIdOf(item),
  )
  const ids = [...series, ...sessions].flatMap((id) => [id, `drafts.${id}`, targetId(id, target)])
  const result = fieldsOf(
    await client.fetch<unknown>(storedQuery, {ids, series}, {perspective: 'raw'}),
  )
  const slugs: unknown[] = Array.isArray(result['slugs']) ? result['slugs'] : []
  const documents = itemsOf(result['documents']).flatMap(({item}) => documentOf(item))
  return {
    documents: new Map(documents.map((each) => [each._id, each])),
    slugs: new Set(slugs.flatMap((slug) => textOf(slug) ?? [])),
  }
}

function documentOf(item: Readonly<Record<string, unknown>>): StoredDocument[] {
  const [_id, _type] = [textOf(item['_id']), textOf(item['_type'])]
  return _id && _type ? [{...item, _id, _type}] : []
}
