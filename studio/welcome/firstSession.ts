import {type Moment, placeName} from '@touchpoints/calendar/rhythm'
import {wallClock} from '@touchpoints/calendar/time'
import * as scalars from '@touchpoints/schemas/scalars'

import type {NewDocument} from '../acts/saveChange.ts'
import {momentExample} from '../schedule/momentExample.ts'
import {isFixedOffset} from '../cadence/readZone.ts'
import {slugOfSession} from '../documents/followingSlug.ts'
import {referenceTo} from '../documents/referenceTo.ts'

/** A session as an editor types it. */
export interface SessionFields {
  title: string
  /** Undefined until words or a date were understood. */
  moment: Moment | undefined
  minutes: string
  join: string
}

export type SessionReading =
  | {kind: 'session'; fields: SessionValues}
  | {kind: 'problems'; problems: Partial<Record<keyof SessionFields, string>>}

export interface SessionValues {
  title: string
  /** UTC instant. */
  start: string
  /** IANA id. */
  timeZone: string
  minutes: number
  join: string | undefined
}

/**
 * Reads what an editor typed about the first session. Each problem says what to enter.
 *
 * @param homeZone - IANA id of the community's home zone, for examples
 * @example readFirstSession({title: '', moment, minutes: '60', join: ''}, 'Europe/Madrid').kind // 'problems'
 */
export function readFirstSession(
  {title, moment, minutes, join}: SessionFields,
  homeZone: string,
): SessionReading {
  const example = `such as “${momentExample(homeZone)}”`
  const placeless = moment && isFixedOffset(moment.timeZone) ? moment.timeZone : undefined
  const length = scalars.minutes.safeParse(Number(minutes.trim()))
  const link = join.trim() === '' ? undefined : scalars.httpsUrl.safeParse(join.trim())
  const problems = {
    ...(title.trim() === '' && {title: 'Enter a title.'}),
    ...(!moment && {moment: `Enter when it takes place, ${example}.`}),
    // Publish would refuse a fixed offset.
    ...(placeless && {moment: `Name a city instead of ${placeName(placeless)}, such as Madrid.`}),
    ...(!length.success && {minutes: messageIn(length.error)}),
    ...(link && !link.success && {join: messageIn(link.error)}),
  }
  if (!moment || placeless || !length.success || (link && !link.success) || title.trim() === '') {
    return {kind: 'problems', problems}
  }
  const {start, timeZone} = moment
  return {
    kind: 'session',
    fields: {title: title.trim(), start, timeZone, minutes: length.data, join: link?.data},
  }
}

/**
 * Returns the first session, confirmed: an editor who publishes it invites people to it.
 *
 * @param options.id - id of the published form
 * @param options.series - series of the session, which may be new
 */
export function firstSession(
  {title, start, timeZone, minutes, join}: SessionValues,
  {
    id,
    slug,
    series,
  }: {
    id: string
    slug: string
    series: {id: string; isPublished: boolean; audience?: string | undefined}
  },
): NewDocument {
  return {
    _id: id,
    _type: 'touchpoint',
    title,
    slug: {_type: 'slug', current: slug},
    series: referenceTo(series.id, 'series', {published: series.isPublished}),
    schedule: {_type: 'schedule', start, timeZone, minutes},
    status: 'confirmed',
    audience: series.audience ?? 'everyone',
    ...(join !== undefined && {links: {_type: 'meetingLinks', join}}),
  }
}

/** Returns the slug of a session, without a number for one that is taken. */
export function firstSessionSlug({title, start, timeZone}: SessionValues, series: string): string {
  return slugOfSession({title, date: wallClock(start, timeZone).date}, series)
}

function messageIn({issues}: {issues: readonly {message: string}[]}): string {
  return issues[0]?.message ?? 'Correct this value.'
}
