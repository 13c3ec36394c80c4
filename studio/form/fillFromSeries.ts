import {dayText, placeName} from '@touchpoints/calendar/rhythm'
import {wallClock} from '@touchpoints/calendar/time'
import {type Fields, fieldsOf, textOf} from '@touchpoints/schemas/reading'

import {followingSlug, slugOfSession} from '../documents/followingSlug.ts'
import {nextSession, type NextSession} from '../series/nextSession.ts'
import {usualMinutes} from '../schedule/momentLine.ts'
import type {StoredSeries} from '../series/readSeries.ts'

/** A field of a session to write. */
export interface FilledField {
  path: readonly string[]
  /** Undefined removes the value. */
  value: unknown
  /** The value that it replaces, to undo it. */
  before: unknown
}

/** The values that a session takes from its series. */
export interface SeriesFill {
  fields: readonly FilledField[]
  /** What was filled, for the editor. */
  text: string
}

interface FillRequest {
  document: Fields
  /** The series that was selected before. Its values count as filled, unless an editor changed them. */
  previous: StoredSeries | undefined
  next: StoredSeries
  /** UTC instant. */
  now: string
}

/** Which value of a new session is the schema's own, so that no editor has entered it. */
const initialAudience = 'everyone'

/**
 * Returns the values of a series for a session in which the series was selected: the next open date, the
 * time zone, the length, the audience and the links. What an editor has entered stays.
 *
 * @example fillFromSeries({document: {}, previous: undefined, next: allHands, now}).text
 * // 'Filled from All Hands: Thu 3 Dec, 18:00 Madrid, 60 min'
 */
export function fillFromSeries({document, previous, next, now}: FillRequest): SeriesFill {
  const from = previous && valuesOf(previous, now)
  const to = valuesOf(next, now)
  const schedule = fieldsOf(document['schedule'])
  const links = fieldsOf(document['links'])
  const fields: FilledField[] = []
  const fill = (path: readonly string[], before: unknown, filled: unknown, value: unknown) => {
    const isOpen = isBlank(before) || (filled !== undefined && before === filled)
    if (isOpen && before !== value && !(isBlank(before) && value === undefined))
      fields.push({path, value, before})
  }
  const {start, timeZone, minutes} = to.session
  // The zone belongs to the time: an editor's own time keeps its zone.
  if (isBlank(schedule['start']) || schedule['start'] === from?.session.start) {
    fill(['schedule', 'start'], schedule['start'], from?.session.start, start)
    fill(['schedule', 'timeZone'], schedule['timeZone'], from?.session.timeZone, timeZone)
  }
  const formMinutes = from?.session.minutes ?? usualMinutes
  fill(['schedule', 'minutes'], schedule['minutes'], formMinutes, minutes)
  const audience = document['audience']
  fill(['audience'], audience, from?.audience ?? initialAudience, to.audience)
  for (const name of new Set([...Object.keys(from?.links ?? {}), ...Object.keys(to.links)])) {
    fill(['links', name], links[name], from?.links[name], to.links[name])
  }
  const slug = slugFor(document, fields, {from: previous?.slug, to: next.slug})
  if (slug) fields.push(slug)
  return {fields, text: textOfFill(next.title, fields, textOf(schedule['start']) !== undefined)}
}

interface SeriesValues {
  session: NextSession
  audience: string
  links: Readonly<Record<string, unknown>>
}

function valuesOf(series: StoredSeries, now: string): SeriesValues {
  const {_type, ...links} = series.defaultLinks
  return {
    session: nextSession(series, now),
    audience: series.audience ?? initialAudience,
    links,
  }
}

/** The slug of a session without a title has its date and the name of its series. */
function slugFor(
  document: Fields,
  fields: readonly FilledField[],
  name: {from: string | undefined; to: string},
): FilledField | undefined {
  const title = textOf(document['title']) ?? ''
  const before = document['slug']
  const slug = textOf(fieldsOf(before)['current'])
  const schedule = fieldsOf(document['schedule'])
  const filled = (field: string) => fields.find(({path: [, last]}) => last === field)
  const later = {
    start: filled('start') ? filled('start')?.value : schedule['start'],
    timeZone: filled('timeZone') ? filled('timeZone')?.value : schedule['timeZone'],
  }
  const [dateBefore, date] = [schedule, later].map((each) => dateIn(each))
  if (date === undefined) return undefined
  const isOfSeries =
    slug === undefined || (dateBefore !== undefined && slug === `${dateBefore}-${name.from}`)
  const next = isOfSeries
    ? slugOfSession({title, date}, name.to)
    : followingSlug({before: {title, date: dateBefore}, after: {title, date}, slug})
  if (next === undefined || next === slug) return undefined
  return {path: ['slug'], value: {_type: 'slug', current: next}, before}
}

function dateIn({start, timeZone}: {start?: unknown; timeZone?: unknown}): string | undefined {
  const [instant, zone] = [textOf(start), textOf(timeZone)]
  if (instant === undefined || zone === undefined) return undefined
  try {
    return wallClock(instant, zone).date
  } catch {
    return undefined
  }
}

function textOfFill(title: string, fields: readonly FilledField[], hasDate: boolean): string {
  const written = (last: string) =>
    fields.find(({path, value}) => path.at(-1) === last && value !== undefined)?.value
  const [start, timeZone] = [textOf(written('start')), textOf(written('timeZone'))]
  const minutes = written('minutes')
  const links = fields.some(({path: [first], value}) => first === 'links' && value !== undefined)
  const parts = [
    ...(start && timeZone ? momentParts(start, timeZone) : []),
    ...(!start && timeZone ? [`${placeName(timeZone)} time`] : []),
    ...(typeof minutes === 'number' ? [`${minutes} min`] : []),
    ...(written('audience') === 'members' ? ['for members'] : []),
    ...(links ? ['links'] : []),
  ]
  if (parts.length === 0 && hasDate) return `${title} has nothing to fill in.`
  if (parts.length === 0) return `${title} has no open date to fill in. Enter the date below.`
  const missing = start || hasDate ? '' : ' It has no open date: enter the date below.'
  return `Filled from ${title}: ${parts.join(', ')}.${missing}`
}

/** The year is the next one that has the date, so it is left out. */
function momentParts(start: string, timeZone: string): string[] {
  const {date, time} = wallClock(start, timeZone)
  return [dayText(date).slice(0, -5), `${time} ${placeName(timeZone)}`]
}

/** Returns whether a field has no value. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
