import type {CadenceBreak} from '@touchpoints/calendar/time'
import {
  fieldsOf,
  itemsOf,
  publishedId,
  scheduleOf,
  type Session,
  textOf,
} from '@touchpoints/schemas/reading'

import {breaksOf} from '../community/readCommunity.ts'
import {readSeries, type StoredSeries} from '../series/readSeries.ts'

/**
 * GROQ query for the series, and the sessions of one period. Parameters: `$from`, `$to`, UTC instants.
 *
 * One query, and only the sessions of the period: a community with 1,500 sessions has some hundred in six months.
 */
export const seasonQuery = `{
  "series": *[_type == "series"] | order(title asc) {
    _id, title, "slug": slug.current, meets, lifecycle, cadence, minutes, audience, defaultLinks,
    "group": group->{
      _id, title, "roles": roles[]{role, from, to, "id": person._ref, "name": person->name}
    }
  },
  "sessions": *[_type == "touchpoint" && schedule.start >= $from && schedule.start < $to]
    | order(schedule.start asc) {
      _id, title, status, cancelReason, schedule, "series": series._ref,
      "people": guests[]{"id": guest._ref, "name": guest->name}
    },
  "breaks": *[_id == "community"][0].breaks
}`

/** GROQ filter for the documents that change the result of `seasonQuery`. */
export const seasonDocuments =
  '*[_type in ["series", "touchpoint", "workingGroup", "guest", "community"]]'

export interface Person {
  id: string
  name: string
}

export interface RoleHolder extends Person {
  role: string
  /** `YYYY-MM-DD`, both inclusive. */
  from?: string | undefined
  to?: string | undefined
}

export interface SeasonGroup {
  id: string
  title: string
  roles: readonly RoleHolder[]
}

export interface SeasonSeries extends StoredSeries {
  /** Those of the period, including canceled ones. */
  sessions: readonly SeasonSession[]
  lifecycle: 'active' | 'paused' | 'ended'
  /** Absent for a series of the whole community. */
  group?: SeasonGroup | undefined
  /** What keeps the stored cadence from having dates. */
  problem?: string | undefined
}

export const sessionStatuses = ['planned', 'confirmed', 'held', 'cancelled'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

export interface SeasonSession extends Session {
  id: string
  title: string
  status: SessionStatus
  cancelReason?: string | undefined
  /** Id of its series. The document may be missing. */
  seriesId?: string | undefined
  people: readonly Person[]
}

export interface SeasonFacts {
  series: readonly SeasonSeries[]
  sessions: readonly SeasonSession[]
}

/** Reads the result of `seasonQuery`. Leaves out sessions without a complete schedule. */
export function readSeason(result: unknown): SeasonFacts {
  const {series, sessions, breaks} = fieldsOf(result)
  const communityBreaks = breaksOf(breaks)
  const read = itemsOf(sessions).flatMap(({item}) => sessionOf(item))
  const bySeries = Map.groupBy(read, ({seriesId}) => seriesId)
  return {
    series: itemsOf(series).flatMap(({item}) => {
      const id = publishedId(textOf(item['_id']) ?? '')
      return seriesOf({...item, _id: id}, communityBreaks, bySeries.get(id) ?? [])
    }),
    sessions: read,
  }
}

function seriesOf(
  item: Readonly<Record<string, unknown>>,
  breaks: readonly CadenceBreak[],
  sessions: readonly SeasonSession[],
): SeasonSeries[] {
  const read = readSeries({...item, communityBreaks: breaks, sessions: []})
  if (!read) return []
  const lifecycle = textOf(item['lifecycle'])
  const incomplete = itemsOf(fieldsOf(item['cadence'])['slots']).length > 0 && !read.cadence
  return [
    {
      ...read,
      sessions,
      lifecycle: lifecycle === 'paused' || lifecycle === 'ended' ? lifecycle : 'active',
      group: groupOf(item['group']),
      ...(incomplete && {
        problem: 'The cadence is not complete. Open it and correct the fields that are marked.',
      }),
    },
  ]
}

function groupOf(value: unknown): SeasonGroup | undefined {
  const {_id, title, roles} = fieldsOf(value)
  const id = textOf(_id)
  if (id === undefined) return undefined
  return {
    id: publishedId(id),
    title: textOf(title) ?? 'Untitled group',
    roles: itemsOf(roles).flatMap(({item}) => {
      const person = personOf(item)
      const [from, to] = [textOf(item['from']), textOf(item['to'])]
      return person ? [{...person, role: textOf(item['role']) ?? '', from, to}] : []
    }),
  }
}

function sessionOf(item: Readonly<Record<string, unknown>>): SeasonSession[] {
  const id = textOf(item['_id'])
  const schedule = scheduleOf(item['schedule'])
  if (id === undefined || !schedule) return []
  return [
    {
      ...schedule,
      id: publishedId(id),
      title: textOf(item['title']) ?? 'Untitled',
      status: sessionStatuses.find((status) => status === item['status']) ?? 'planned',
      cancelReason: textOf(item['cancelReason']),
      seriesId: textOf(item['series']),
      people: itemsOf(item['people']).flatMap(({item: person}) => personOf(person) ?? []),
    },
  ]
}

function personOf({id, name}: Readonly<Record<string, unknown>>): Person | undefined {
  const text = textOf(id)
  return text === undefined ? undefined : {id: text, name: textOf(name) ?? 'Unnamed person'}
}
