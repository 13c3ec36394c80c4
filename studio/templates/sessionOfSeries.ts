import {wallClock} from '@touchpoints/calendar/time'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {InitialValueResolverContext, Template} from 'sanity'

import {nextSession} from '../series/nextSession.ts'
import {readSeries, seriesQuery, type StoredSeries} from '../series/readSeries.ts'

export const sessionTemplateId = 'sessionOfSeries'

export interface SessionParameters {
  seriesId: string
  /** UTC instant; absent for the next date of the cadence without a session. */
  start?: string
}

/** A touchpoint of a series with all that the series knows: start, zone, length, audience, links. */
export const sessionOfSeries: Template<SessionParameters> = {
  id: sessionTemplateId,
  title: 'The next session of a series',
  schemaType: 'touchpoint',
  parameters: [
    {name: 'seriesId', type: 'string'},
    {name: 'start', type: 'string'},
  ],
  value: async (parameters: SessionParameters, {getClient}: InitialValueResolverContext) => {
    const client = getClient({apiVersion})
    const query = {seriesId: parameters.seriesId}
    const answer: unknown = await client.fetch(seriesQuery, query, {perspective: 'drafts'})
    const series = readSeries(answer)
    if (!series) return {}
    return sessionValue(series, {now: new Date().toISOString(), start: parameters.start})
  },
}

/**
 * @param asked.start - UTC instant; absent for the next date of the cadence without a session
 * @example sessionValue(thursdays, {now: '2025-03-20T13:00:00Z'}).slug // {_type: 'slug', current: '2025-03-27-thursdays'}
 */
export function sessionValue(
  series: StoredSeries,
  asked: {now: string; start?: string | undefined},
) {
  const next = nextSession(series, asked.now)
  const start = asked.start ?? next.start
  const {timeZone} = next
  // Dates are not typed into titles, where they would stay when the session moves; an address stays.
  const slug = start && timeZone && `${wallClock(start, timeZone).date}-${series.slug}`
  return {
    title: 'To be announced',
    ...(slug && {slug: {_type: 'slug', current: slug.slice(0, 96)}}),
    series: {_type: 'reference', _ref: series.id},
    schedule: {
      _type: 'schedule',
      minutes: next.minutes,
      ...(start && {start}),
      ...(timeZone && {timeZone}),
    },
    status: 'planned',
    audience: series.audience ?? 'everyone',
    links: {_type: 'meetingLinks', ...series.defaultLinks},
  }
}
