import {type Fields, fieldsOf, recurrenceOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import type {SeriesFacts} from './nextSession.ts'

/** GROQ query for a series with its sessions. Parameter: `$seriesId`. */
export const seriesQuery = `*[_id == $seriesId][0]{${seriesFields()}}`

/** GROQ query for all series with their sessions. */
export const allSeriesQuery = `*[_type == "series"] | order(title asc){${seriesFields()}}`

function seriesFields(): string {
  return `_id, title, "slug": slug.current, cadence, minutes, audience, defaultLinks,
    "sessions": *[_type == "touchpoint" && references(^._id) && series._ref == ^._id].schedule`
}

export interface StoredSeries extends SeriesFacts {
  id: string
  title: string
  slug: string
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
    cadence: recurrenceOf(series['cadence']),
    minutes: typeof minutes === 'number' ? minutes : undefined,
    defaultLinks: fieldsOf(series['defaultLinks']),
    sessions: Array.isArray(sessions) ? sessions.flatMap((each) => scheduleOf(each) ?? []) : [],
  }
}
