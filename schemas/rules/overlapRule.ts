import {wallClock} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {itemsOf, publishedId, refOf, textOf, type StoredDocument} from '../reading/stored.ts'

const dayInMilliseconds = 86_400_000

/**
 * Reports a session at the same time as another one that somebody would attend, too: both are of the same
 * group, of no group and therefore for everyone, or share a guest or a moderator. In a large community
 * different groups meet at the same time.
 */
export const overlapRule = {
  code: 'overlapping-touchpoints',
  query: ({schedule, status, series}) => {
    const session = scheduleOf(schedule)
    if (!session || status === 'cancelled') return undefined
    // A session is at most a day long, so one that is still running began within the day before.
    const from = new Date(Date.parse(session.start) - dayInMilliseconds).toISOString()
    return {by: 'start', from, to: session.end, series: idsIn(refOf(series))}
  },
  check: (document, {others}) => {
    const session = scheduleOf(document['schedule'])
    if (!session) return []
    return others.flatMap((other) => {
      const its = scheduleOf(other['schedule'])
      if (!its || other['status'] === 'cancelled') return []
      const overlaps =
        Date.parse(its.start) < Date.parse(session.end) &&
        Date.parse(its.end) > Date.parse(session.start)
      if (!overlaps || !concernsSame(document, other, others)) return []
      const {time} = wallClock(its.start, session.timeZone)
      const message = `“${textOf(other['title']) ?? other._id}” takes place at the same time, from ${time} (${session.timeZone}). Nobody can attend both. Move one, or ignore this warning if it is intended.`
      return [{level: 'warning' as const, path: ['schedule'], message}]
    })
  },
} as const satisfies Rule

function concernsSame(a: StoredDocument, b: StoredDocument, others: readonly StoredDocument[]) {
  return groupOf(a, others) === groupOf(b, others) || !peopleOf(a).isDisjointFrom(peopleOf(b))
}

/** Returns the id of the group of a session. Undefined for the community's own sessions. */
function groupOf({series}: StoredDocument, others: readonly StoredDocument[]): string | undefined {
  const id = refOf(series)
  const found = others.find(({_id, _type}) => _type === 'series' && publishedId(_id) === id)
  return refOf(found?.['group'])
}

/** Returns the ids of guests and moderators. */
function peopleOf({guests}: StoredDocument): Set<string> {
  return new Set(itemsOf(guests).flatMap(({item}) => idsIn(refOf(item['guest']))))
}

function idsIn(id: string | undefined): string[] {
  return id === undefined ? [] : [id]
}
