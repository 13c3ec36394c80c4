import {wallClock} from '@touchpoints/calendar/time'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {statusWord} from '@touchpoints/words/plain'
import type {InitialValueResolverContext, Template} from 'sanity'

import {firstFreeSlug, type SlugReader} from '../documents/firstFreeSlug.ts'
import {slugOfSession} from '../documents/followingSlug.ts'
import {nextSession} from '../series/nextSession.ts'
import {readSeries, seriesQuery, type StoredSeries} from '../series/readSeries.ts'

export const sessionTemplateId = 'sessionOfSeries'

export interface SessionParameters {
  seriesId: string
  /** UTC instant. Defaults to the next date of the cadence without a session. */
  start?: string
  /** IANA id of the zone of that date. The dates of a series can have different ones. */
  timeZone?: string
}

/** Template for a touchpoint with the start, time zone, length, audience and links of its series. */
export const sessionOfSeries: Template<SessionParameters> = {
  id: sessionTemplateId,
  title: 'Next session of a series',
  schemaType: 'touchpoint',
  parameters: [
    {name: 'seriesId', type: 'string'},
    {name: 'start', type: 'string'},
    {name: 'timeZone', type: 'string'},
  ],
  value: (parameters: SessionParameters, {getClient}: InitialValueResolverContext) =>
    valueOfParameters(getClient({apiVersion}), parameters, new Date().toISOString()),
}

/**
 * Returns the initial value of a session from the parameters of a link, with a slug that is free.
 *
 * @param now - UTC instant
 */
export async function valueOfParameters(
  client: SlugReader,
  {seriesId, start, timeZone}: SessionParameters,
  now: string,
) {
  const result: unknown = await client.fetch(seriesQuery, {seriesId}, {perspective: 'drafts'})
  const series = readSeries(result)
  if (!series) return {}
  const {slug, ...value} = sessionValue(series, {now, start, timeZone})
  if (!slug) return value
  const free = await firstFreeSlug(client, {type: 'touchpoint', wanted: slug.current, ownIds: []})
  return {...value, slug: {...slug, current: free}}
}

/**
 * Returns the initial value of a touchpoint in a series.
 *
 * @param options.now - UTC instant
 * @param options.start - UTC instant. Defaults to the next date of the cadence without a session.
 * @param options.timeZone - IANA id of the date's slot. Defaults to the one of the next date
 * @example sessionValue(thursdays, {now: '2025-03-20T13:00:00Z'}).slug // {_type: 'slug', current: '2025-03-27-thursdays'}
 */
export function sessionValue(
  series: StoredSeries,
  options: {now: string; start?: string | undefined; timeZone?: string | undefined},
) {
  const next = nextSession(series, options.now)
  const start = options.start ?? next.start
  const timeZone = options.timeZone ?? next.timeZone
  // The title has no date, because it must stay right when the session moves.
  const title = statusWord({language: 'en'}, 'to-be-announced')
  const slug =
    start && timeZone && slugOfSession({title, date: wallClock(start, timeZone).date}, series.slug)
  return {
    title,
    ...(slug && {slug: {_type: 'slug' as const, current: slug}}),
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
