import {publishedId} from '@touchpoints/schemas/reading'
import type {SanityClient} from 'sanity'

import {referenceTo} from '../documents/referenceTo.ts'
import {readSeries, seriesQuery} from '../series/readSeries.ts'
import {type Gap, sessionIdOf} from '../series/seriesGaps.ts'
import {sessionValue} from '../templates/sessionOfSeries.ts'

/**
 * Creates the draft of a session for a date without one, as “Schedule next” fills it in.
 *
 * @param now - UTC instant
 * @returns the published id of the session
 * @throws Error if the series is gone, or if the Content Lake rejects the draft
 */
export async function scheduleGap(client: SanityClient, gap: Gap, now: string): Promise<string> {
  const wanted = sessionIdOf(gap)
  const seriesId = publishedId(gap.series.id)
  // With all sessions of the series, because they show the usual length.
  const series = readSeries(await client.fetch(seriesQuery, {seriesId}, {perspective: 'drafts'}))
  if (!series) throw new Error('the series no longer exists')
  const [published, session, draft] = await client.getDocuments([
    seriesId,
    wanted,
    `drafts.${wanted}`,
  ])
  // A session that moved to another date still has the id of this one.
  const id = session || draft ? crypto.randomUUID() : wanted
  const value = sessionValue(series, {now, start: gap.start, timeZone: gap.timeZone})
  await client.create({
    ...value,
    _id: `drafts.${id}`,
    _type: 'touchpoint',
    series: referenceTo(seriesId, 'series', {published: Boolean(published)}),
  })
  return id
}
