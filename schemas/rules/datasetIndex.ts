import type {Question} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {publishedId, type StoredDocument} from '../reading/stored.ts'

/**
 * Answers the rules' questions from documents in memory. Sorted once, so that checking a dataset costs
 * in proportion to it: 10,000 touchpoints compared pair by pair would be fifty million looks.
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

  return (question: Question): readonly StoredDocument[] => {
    if (question.by === 'type') return byType.get(question.type) ?? []
    if (question.by === 'id') {
      return question.ids.flatMap((id) => byId.get(publishedId(id)) ?? [])
    }
    const first = firstFrom(sessions, Date.parse(question.from))
    const end = firstFrom(sessions, Date.parse(question.to))
    return sessions.slice(first, end).map(({document}) => document)
  }
}

/** The index of the first session at or after a moment, by halving. */
function firstFrom(sessions: readonly {start: number}[], at: number): number {
  let [low, high] = [0, sessions.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sessions[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}
