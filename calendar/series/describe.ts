import nodeIcal from 'node-ical'
import {safeUrl} from '../links/index.ts'
import {isNameChar, parseContentLine} from '../text/contentLine.ts'
import {cancelledTitle} from './cancelledTitle.ts'
import {conferenceProperties, joinUrl} from './joinUrl.ts'
import {htmlToText} from '../text/htmlToText.ts'
import {plainText} from '../text/plainText.ts'
import {unfold} from '../text/unfold.ts'
import type {ContentLine} from '../text/contentLine.ts'
import type {Component} from '../text/scan.ts'
import type {Occurrence} from '../types.ts'

/** The fields of an event other than its times. */
export type Description = Pick<
  Occurrence,
  'title' | 'status' | 'location' | 'description' | 'url' | 'joinUrl' | 'categories' | 'organizer'
> & {
  /** CLASS. Undefined when the event has no such property. */
  classification: 'public' | 'private' | 'confidential' | undefined
}

/** The properties that node-ical decodes. The ones about time are read from the raw text. */
const textProperties = new Set([
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'STATUS',
  'CATEGORIES',
  'ORGANIZER',
])

const isConference: ReadonlySet<string> = new Set(conferenceProperties)

/**
 * Text that node-ical's line grammar or unescaping would change or drop, each with the private-use
 * character that replaces it while node-ical runs.
 *
 * node-ical unescapes in several passes (`\\n` would become a line break), removes quotes from a text,
 * splits parameters at a quoted `;`, and skips a line that contains U+2028.
 */
const placeholders = [
  ['\\\\', '\uE000'],
  ['"', '\uE001'],
  ['\u2028', '\uE002'],
  ['\u2029', '\uE003'],
  ['\r', '\uE004'],
] as const

/** The text of an event, and its URL if that cannot become a link. */
export interface DecodedText {
  description: Description
  unsafeUrl?: string
}

/**
 * Decodes the text properties of an event with node-ical.
 *
 * This is the door for text and links of feeds: links are `SafeUrl`, and texts have no control
 * characters.
 */
export function describe(text: string, {from, to, line}: Component): DecodedText {
  const lines = ownLines(unfold(text.slice(from, to)), line)
  const decoded = lines.filter(({name}) => textProperties.has(name)).map(encodeLine)
  const event = ['BEGIN:VEVENT', 'UID:event', ...decoded, 'END:VEVENT'].join('\n')
  const fields = new Map<string, unknown>(
    Object.entries(nodeIcal.sync.parseICS(event)['event'] ?? {}),
  )
  const textOf = (name: string): string | undefined => decodeText(first(fields.get(name)))
  const location = textOf('location')
  const description = textOf('description')
  const writtenUrl = textOf('url')
  const url = writtenUrl === undefined ? undefined : safeUrl(writtenUrl)
  const join = joinUrl({
    properties: lines.filter(({name}) => isConference.has(name)),
    texts: [location, url, description],
  })
  const summary = textOf('summary') ?? ''
  const cancelled = cancelledTitle(summary)
  const result: Description = {
    title: cancelled ?? summary,
    status: cancelled === undefined ? statusOf(textOf('status')) : 'cancelled',
    categories: texts(fields.get('categories')).filter((category) => category !== ''),
    classification: classificationOf(lines.filter(({name}) => name === 'CLASS')),
  }
  const organizer = organizerOf(lines.find((each) => each.name === 'ORGANIZER'))
  if (location) result.location = location
  if (description) result.description = htmlToText(description)
  if (url) result.url = url
  if (join !== undefined) result.joinUrl = join
  if (organizer) result.organizer = organizer
  return writtenUrl && !url ? {description: result, unsafeUrl: writtenUrl} : {description: result}
}

/** Returns the text property lines of the event itself. An alarm inside it has its own SUMMARY. */
function ownLines(text: string, line: number): ContentLine[] {
  const lines: ContentLine[] = []
  let depth = 0
  for (const each of text.split(/\r*\n/)) {
    const name = nameOf(each)
    if (name === 'BEGIN') depth++
    else if (name === 'END') depth--
    else if (depth === 1 && isDescriptive(name)) {
      const parsed = parseContentLine(each, line)
      if (parsed) lines.push(parsed)
    }
  }
  return lines
}

function isDescriptive(name: string): boolean {
  return textProperties.has(name) || isConference.has(name) || name === 'CLASS'
}

/** Returns the strictest class. A value that the RFC does not know counts as private, as it requires. */
function classificationOf(lines: readonly ContentLine[]): Description['classification'] {
  const classes = lines.map(({value}) => value.trim().toUpperCase())
  if (classes.length === 0) return undefined
  if (classes.every((each) => each === 'PUBLIC')) return 'public'
  return classes.every((each) => each === 'PUBLIC' || each === 'CONFIDENTIAL')
    ? 'confidential'
    : 'private'
}

function nameOf(line: string): string {
  let end = 0
  while (end < line.length && isNameChar(line.charCodeAt(end))) end++
  return line.slice(0, end).toUpperCase()
}

const needsPlaceholder = /[\\"\u2028\u2029\r]/
const placeholderPattern = /[\uE000-\uE004\r]/

/** Writes a line in the part of the grammar that node-ical reads without loss. */
function encodeLine(line: ContentLine): string {
  let {value} = line
  if (needsPlaceholder.test(value)) {
    for (const [written, placeholder] of placeholders)
      value = value.replaceAll(written, placeholder)
  }
  return `${line.name}:${value}`
}

function decodeText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!placeholderPattern.test(text)) return plainText(text).trim()
  let value = text
  for (const [written, placeholder] of placeholders) {
    value = value.replaceAll(placeholder, written === '\\\\' ? '\\' : written)
  }
  return plainText(value.replaceAll('\r', '')).trim()
}

/** Returns the values of a property. node-ical returns a list when a property is repeated. */
function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((entry) => (typeof entry === 'string' ? [decodeText(entry) ?? ''] : []))
}

function first(value: unknown): string | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.find((entry) => typeof entry === 'string')
}

function statusOf(status: string | undefined): Occurrence['status'] {
  const name = status?.trim().toUpperCase()
  if (name === 'CANCELLED' || name === 'CANCELED') return 'cancelled'
  return name === 'TENTATIVE' ? 'tentative' : 'confirmed'
}

function organizerOf(line: ContentLine | undefined): Occurrence['organizer'] | undefined {
  if (!line) return undefined
  const name = plainText(line.params.get('CN') ?? '').trim()
  const mail = /^mailto:(.+@.+)$/i.exec(line.value.trim())?.[1]
  const email = plainText(mail ?? line.params.get('EMAIL') ?? '')
  if (!name && !email) return undefined
  return {...(name ? {name} : {}), ...(email ? {email} : {})}
}
