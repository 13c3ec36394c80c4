import {clockTimes} from '../clockTimes.ts'
import type {Fact} from '../fact.ts'
import type {Page} from '../readPage.ts'
import {readDate} from '../writtenDate.ts'
import type {SessionField} from './sessionFields.ts'

const frontFields: Readonly<Record<string, SessionField>> = {
  event_date: 'date',
  eventdate: 'date',
  event_start: 'date',
  eventstart: 'date',
  session_date: 'date',
  meeting_date: 'date',
  start: 'date',
  starts: 'date',
  start_date: 'date',
  startdate: 'date',
  when: 'date',
  date: 'date',
  time: 'time',
  event_time: 'time',
  eventtime: 'time',
  start_time: 'time',
  starttime: 'time',
  guests: 'guests',
  guest: 'guests',
  speakers: 'guests',
  speaker: 'guests',
  presenters: 'guests',
  presenter: 'guests',
  authors: 'guests',
  host: 'host',
  hosts: 'host',
  moderator: 'host',
  slot: 'slot',
  region: 'slot',
  regions: 'slot',
  recording: 'recording',
  video: 'recording',
  youtube: 'recording',
  video_url: 'recording',
  recording_url: 'recording',
  slides: 'slides',
  slides_url: 'slides',
  rsvp: 'rsvp',
  registration: 'rsvp',
  register: 'rsvp',
  join: 'join',
  zoom: 'join',
  meeting_url: 'join',
  notes: 'notes',
  agenda: 'agenda',
  topic: 'topic',
  tags: 'tag',
  summary: 'summary',
  description: 'summary',
  audience: 'audience',
  duration: 'length',
  length: 'length',
  duration_minutes: 'length',
  minutes: 'length',
  status: 'status',
  state: 'status',
  cancelled: 'status',
  canceled: 'status',
}

/** Whether a field is the `date` of Hugo and Jekyll: the day of publication on many sites. */
export function isPublication(key: string): boolean {
  return key.toLowerCase() === 'date'
}

/**
 * Returns the facts of front matter. The fields of an event come before `date`. An hour in a field for the date is the
 * time, and a date in a field for the time is the date.
 */
export function frontFacts(
  {frontMatter, frontLine}: Page,
  year: string,
): {key: string; field: SessionField; fact: Fact; value: unknown}[] {
  const all = Object.entries(frontMatter).flatMap(([key, value]) => {
    const named = frontField(key)
    const text = named === 'status' && value === true ? key : frontValue(value)
    if (named === undefined || text === undefined) return []
    const links = /^https?:\/\/\S+$/.test(text) ? [{text: '', url: text}] : []
    const field = withTime(named, text, year)
    return [{key, field, value, fact: {text, links, line: frontLine(key)}}]
  })
  return all.toSorted((a, b) => Number(isPublication(a.key)) - Number(isPublication(b.key)))
}

function withTime(field: SessionField, text: string, year: string): SessionField {
  if (field !== 'date' && field !== 'time') return field
  const isDated = readDate(text, year) !== undefined
  if (field === 'time') return isDated ? 'date' : 'time'
  return !isDated && clockTimes(text).length > 0 ? 'time' : 'date'
}

export function frontField(key: string): SessionField | undefined {
  return Object.hasOwn(frontFields, key.toLowerCase()) ? frontFields[key.toLowerCase()] : undefined
}

/** Returns a value of front matter as the words of a page. A person may be a record with a name and a company. */
export function frontValue(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.flatMap((each) => frontValue(each) ?? [])
    return parts.length > 0 ? parts.join('; ') : undefined
  }
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  const name = Reflect.get(Object(value), 'name')
  const company =
    Reflect.get(Object(value), 'organization') ??
    Reflect.get(Object(value), 'company') ??
    Reflect.get(Object(value), 'affiliation')
  if (typeof name !== 'string') return undefined
  return typeof company === 'string' ? `${name} (${company})` : name
}

export function frontText(page: Page, key: string): string {
  const value = page.frontMatter[key]
  return typeof value === 'string' ? value.trim() : ''
}
