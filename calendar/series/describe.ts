import {safeUrl} from '../links/index.ts'
import {isNameChar, parseContentLine} from '../text/contentLine.ts'
import {cancelledTitle} from './cancelledTitle.ts'
import {conferenceProperties, joinUrl} from './joinUrl.ts'
import {htmlToText} from '../text/htmlToText.ts'
import {plainText} from '../text/plainText.ts'
import {unescapeText} from '../text/unescapeText.ts'
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

/** The properties that are decoded here. The ones about time are read with `readTiming`. */
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

/** The text of an event, and its URL if that cannot become a link. */
export interface DecodedText {
  description: Description
  unsafeUrl?: string
}

/**
 * Decodes the text properties of an event.
 *
 * This is the door for text and links of feeds: links are `SafeUrl`, and texts have no control
 * characters.
 */
export function describe(text: string, {from, to, line}: Component): DecodedText {
  const lines = ownLines(unfold(text.slice(from, to)), line)
  const textOf = (name: string): string | undefined => {
    const value = lines.find((each) => each.name === name)?.value
    return value === undefined ? undefined : decodeText(value)
  }
  const location = textOf('LOCATION')
  const description = textOf('DESCRIPTION')
  const writtenUrl = textOf('URL')
  const url = writtenUrl === undefined ? undefined : safeUrl(writtenUrl)
  const join = joinUrl({
    properties: lines.filter(({name}) => isConference.has(name)),
    texts: [location, url, description],
  })
  const summary = textOf('SUMMARY') ?? ''
  const cancelled = cancelledTitle(summary)
  const result: Description = {
    title: cancelled ?? summary,
    status: cancelled === undefined ? statusOf(textOf('STATUS')) : 'cancelled',
    categories: lines.filter(({name}) => name === 'CATEGORIES').flatMap(categoriesOf),
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

/** Decodes a TEXT value (RFC 5545 section 3.3.11). A line break that is not escaped is no part of it. */
function decodeText(value: string): string {
  return plainText(unescapeText(value).replaceAll('\r', '')).trim()
}

/** Returns the values of a CATEGORIES property: commas separate them, escaped commas don't. */
function categoriesOf({value}: ContentLine): string[] {
  const values: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++
    else if (value[at] === ',') {
      values.push(value.slice(from, at))
      from = at + 1
    }
  }
  return [...values, value.slice(from)].map(decodeText).filter((category) => category !== '')
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
