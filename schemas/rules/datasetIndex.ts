import type {DocumentQuery} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {publishedId, refOf, type StoredDocument} from '../reading/stored.ts'

/**
 * Indexes documents in memory and returns a function that runs the rules' queries on them.
 *
 * Sessions are sorted once, so the cost grows with the dataset. Comparing 10,000 touchpoints in pairs
 * would take fifty million comparisons.
 */
export function datasetIndex(documents: readonly StoredDocument[]) {
  const byId = new Map(documents.map((document) => [publishedId(document._id), document]))
  const byType = Map.groupBy(documents, (document) => document._type)
  const sessions = (byType.get('touchpoint') ?? [])
    .flatMap((document) => {
      const session = scheduleOf(document['schedule'])
      return session ? [{document, start: Date.parse(session.start)}] : []
    })
    .toSorted((a, b) => a.start - b.start)

  return (query: DocumentQuery): readonly StoredDocument[] => {
    if (query.by === 'type') return byType.get(query.type) ?? []
    if (query.by === 'id') {
      return query.ids.flatMap((id) => byId.get(publishedId(id)) ?? [])
    }
    const first = firstIndexFrom(sessions, Date.parse(query.from))
    const end = firstIndexFrom(sessions, Date.parse(query.to))
    const found = sessions.slice(first, end).map(({document}) => document)
    const series = new Set([
      ...query.series,
      ...found.flatMap((each) => refOf(each['series']) ?? []),
    ])
    return [...found, ...[...series].flatMap((id) => byId.get(id) ?? [])]
  }
}

/** Finds the index of the first session at or after a time by binary search. */
function firstIndexFrom(sessions: readonly {start: number}[], at: number): number {
  let [low, high] = [0, sessions.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sessions[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}
