import {fieldsOf, refOf, scheduleOf, textOf, type Fields} from '@touchpoints/schemas/reading'

import {readSeries, type StoredSeries} from '../series/readSeries.ts'
import {readCounts} from './attentionLists.ts'

/** A session of the next weeks, or of the last two days. */
export interface NearSession {
  id: string
  title: string
  status: string
  seriesId?: string | undefined
  /** UTC instants. */
  start: string
  end: string
  timeZone: string
  minutes: number
}

/** The result of `overviewQuery`, checked. */
export interface Overview {
  /** Number of documents by the id of the attention list. */
  counts: ReadonlyMap<string, number>
  sessions: readonly NearSession[]
  /** The active series with a cadence. Their sessions are those of the next weeks. */
  series: readonly StoredSeries[]
  hasSeries: boolean
  hasSession: boolean
}

/** Reads the result of `overviewQuery`. Leaves out sessions without a complete schedule. */
export function readOverview(result: unknown): Overview {
  const {counts, sessions, series, breaks, hasSeries, hasSession} = fieldsOf(result)
  const near = listIn(sessions).flatMap(readSession)
  return {
    counts: readCounts(counts),
    sessions: near,
    series: listIn(series).flatMap((each) => {
      const own = near.filter(({seriesId}) => seriesId === each['_id'])
      return readSeries({...each, communityBreaks: breaks, sessions: own}) ?? []
    }),
    hasSeries: hasSeries === true,
    hasSession: hasSession === true,
  }
}

function readSession(stored: Fields): NearSession[] {
  const id = textOf(stored['_id'])
  const schedule = scheduleOf(stored['schedule'])
  if (id === undefined || !schedule) return []
  return [
    {
      ...schedule,
      id,
      title: textOf(stored['title']) ?? 'Untitled',
      status: textOf(stored['status']) ?? 'planned',
      seriesId: textOf(stored['seriesId']) ?? refOf(stored['series']),
    },
  ]
}

function listIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}
