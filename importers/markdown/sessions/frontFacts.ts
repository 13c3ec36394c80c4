import type {Page} from '../readPage.ts'
import type {SessionField} from './sessionFields.ts'

const frontFields: Readonly<Record<string, SessionField>> = {
  date: 'date',
  start: 'date',
  event_date: 'date',
  eventdate: 'date',
  when: 'date',
  time: 'time',
  start_time: 'time',
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
