import type {Cadence} from '@touchpoints/calendar/time'
import {cadenceOf, type Fields, fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import {breaksOf} from '../community/readCommunity.ts'
import type {SeriesFacts} from './nextSession.ts'

/** GROQ query for a series with its sessions. Parameter: `$seriesId`. */
export const seriesQuery = `*[_id == $seriesId][0]{${seriesFields()}}`

/**
 * GROQ query for a series with its sessions but one, which must not fill its own date. Parameters:
 * `$seriesId`, and the ids of that session as `$ownIds`.
 */
export const seriesWithoutQuery = `*[_id == $seriesId][0]{${seriesFields(' && !(_id in $ownIds)')}}`

function seriesFields(which = ''): string {
  return `_id, title, "slug": slug.current, meets, lifecycle, cadence, minutes, audience, defaultLinks,
    "communityBreaks": *[_id == "community"][0].breaks,
    "sessions": *[_type == "touchpoint" && references(^._id) && series._ref == ^._id${which}].schedule`
}

export interface StoredSeries extends SeriesFacts {
  id: string
  title: string
  slug: string
  /** Whether each date needs a session: the series is active and meets only as scheduled. */
  needsSessions: boolean
  audience?: string | undefined
  defaultLinks: Fields
}

/** Reads a series from a query result. In a new series, any field can be missing. */
export function readSeries(result: unknown): StoredSeries | undefined {
  const series = fieldsOf(result)
  const id = textOf(series['_id'])
  if (id === undefined) return undefined
  const {minutes, sessions} = series
  return {
    id,
    title: textOf(series['title']) ?? 'Untitled series',
    slug: textOf(series['slug']) ?? id,
    audience: textOf(series['audience']),
    needsSessions:
      series['meets'] === 'scheduled' && (series['lifecycle'] ?? 'active') === 'active',
    cadence: cadenceIn(series),
    minutes: typeof minutes === 'number' ? minutes : undefined,
    defaultLinks: fieldsOf(series['defaultLinks']),
    sessions: Array.isArray(sessions) ? sessions.flatMap((each) => scheduleOf(each) ?? []) : [],
  }
}

/** Returns the cadence with the breaks of the community, in which nothing meets. */
function cadenceIn({cadence, communityBreaks}: Fields): Cadence | undefined {
  const own = cadenceOf(cadence)
  return own && {...own, breaks: [...own.breaks, ...breaksOf(communityBreaks)]}
}
