import {
  isJoinLink,
  isPasscodeAfter,
  isSecretFeed,
  withoutJoinDetails,
} from '@touchpoints/calendar/links'

import {isObject, propertyAt, textAt} from '../results/path.ts'
import {isForMembers} from './isForMembers.ts'
import {publicFieldOf} from './publicFields.ts'
import {rememberLink} from './withheldLinks.ts'
import type {SecretPlaces} from './secretPlaces.ts'

/** Replaces a title of which nothing is left. */
export const membersOnly = 'Members only'

/**
 * Removes from a document, and from the documents within it, what lets visitors join a meeting for
 * members or read a secret feed. Changes the document, which was just read for this result.
 *
 * @param places - `secretPlaces` of its view. Defaults to anywhere, which takes longer
 */
export function withhold(value: unknown, places?: SecretPlaces) {
  if (!isObject(value)) return
  if (Array.isArray(value)) {
    for (const member of value) withhold(member, places)
    return
  }
  if (isForMembers(value)) {
    rememberLink(value, joinOf(value))
    cleanProperties(value)
    return
  }
  withholdInherited(value)
  withholdAddress(value)
  for (const name in places ?? value) withhold(value[name], places?.[name])
}

function joinOf(document: object): string | null {
  const joins = ['links', 'defaultLinks'].map((name) => textAt(propertyAt(document, name), 'join'))
  return joins.find(Boolean) ?? null
}

/** A session for everyone does not inherit the room of a series for members. It needs its own. */
export function withholdInherited(document: object) {
  const series = propertyAt(document, 'series')
  const links = propertyAt(document, 'links')
  if (!isForMembers(series) || !isObject(links)) return
  const inherited = propertyAt(series, 'defaultLinks')
  for (const [name, link] of Object.entries(links)) {
    if (typeof link !== 'string' || link !== propertyAt(inherited, name)) continue
    if (name === 'join') rememberLink(document, link)
    if (name === 'join' || opensMeeting(link)) Reflect.set(links, name, null)
  }
}

/** Everyone who knows the secret address of a feed can read the calendar's private events. */
function withholdAddress(document: object) {
  const feedUrl = textAt(document, 'feedUrl')
  if (!isSecretFeed(feedUrl)) return
  rememberLink(document, feedUrl)
  Reflect.set(document, 'feedUrl', null)
}

/** Cleans everything within a value, at any depth. */
export function clean(value: object) {
  if (Array.isArray(value)) {
    cleanList(value, 'kept')
    return
  }
  // The next session of a series has an audience of its own.
  if (propertyAt(value, '_type') === 'touchpoint' && 'series' in value) {
    withhold(value)
    return
  }
  cleanProperties(value)
}

function cleanProperties(value: object) {
  if (propertyAt(value, '_type') === 'block') cleanBlock(value)
  for (const [name, property] of Object.entries(value)) {
    if (typeof property === 'string') {
      const rest = cleanText(property, publicFieldOf(name))
      if (rest !== property) Reflect.set(value, name, rest)
    } else if (Array.isArray(property)) cleanList(property, publicFieldOf(name))
    else if (isJoinButton(property)) Reflect.set(value, name, null)
    else if (isObject(property)) clean(property)
  }
}

/** Cleans the members of a list, and removes those of which nothing is left. */
export function cleanList(list: unknown[], field: ReturnType<typeof publicFieldOf>) {
  let previous = ''
  const kept = list.flatMap((member) => {
    // "Passcode:" and its value can be two paragraphs, or two topics.
    const text = paragraphOf(member, field)
    const isSecret = text !== '' && previous !== '' && isPasscodeAfter(previous, text)
    if (text !== '') previous = text
    if (isSecret) return []
    if (typeof member === 'string')
      return cleanText(member, field === 'label' ? 'text' : field) ?? []
    if (isJoinButton(member)) return []
    if (isObject(member)) clean(member)
    return [member]
  })
  list.length = 0
  for (const member of kept) list.push(member)
}

function cleanText(text: string, field: ReturnType<typeof publicFieldOf>): string | null {
  if (field === 'kept') return text
  if (field === 'join') return null
  if (field === 'link') return opensMeeting(text) ? null : text
  const rest = publicText(text)
  if (rest !== '') return rest
  return field === 'label' ? membersOnly : null
}

// The title, the description and the links of a series for members are part of each of its sessions, in each list,
// and of the next result. To look for a passcode in a text takes 5 µs, and for a meeting in a link 10 µs.
const publicText = /* @__PURE__ */ remembered(withoutJoinDetails)
const opensMeeting = /* @__PURE__ */ remembered(isJoinLink)

/** tiny-lru would be 1.4 kB of each loader. */
function remembered<Result extends string | boolean>(of: (text: string) => Result) {
  const maxResults = 500
  const results = new Map<string, Result>()
  return (text: string): Result => {
    const known = results.get(text)
    if (known !== undefined) return known
    const result = of(text)
    if (results.size >= maxResults) results.clear()
    results.set(text, result)
    return result
  }
}

function paragraphOf(member: unknown, field: ReturnType<typeof publicFieldOf>): string {
  if (typeof member === 'string') return field === 'text' || field === 'label' ? member : ''
  return listAt(member, 'children')
    .map((span) => textAt(span, 'text'))
    .join('')
}

/** A link with its text, which is nothing without its address. */
export function isJoinButton(value: unknown): boolean {
  return propertyAt(value, 'title') !== undefined && opensMeeting(textAt(value, 'url'))
}

/**
 * Cleans a paragraph of rich text as one text, because a bold word splits "Passcode: 1234" in two. A link
 * in a text can be a room on any host, so it goes with its mark.
 */
function cleanBlock(block: object) {
  const children = listAt(block, 'children')
  const definitions = listAt(block, 'markDefs')
  const links = definitions.filter((mark) => !isWithinSite(propertyAt(mark, 'href')))
  const keys = new Set(links.map((mark) => propertyAt(mark, '_key')))
  if (definitions.length > 0) {
    Reflect.set(
      block,
      'markDefs',
      definitions.filter((mark) => !keys.has(propertyAt(mark, '_key'))),
    )
  }
  for (const span of children) {
    const marks = listAt(span, 'marks')
    if (marks.length > 0)
      Reflect.set(
        Object(span),
        'marks',
        marks.filter((key) => !keys.has(key)),
      )
  }
  const text = children.map((span) => textAt(span, 'text')).join('')
  const rest = publicText(text)
  if (rest === text) return
  const [first] = children
  Reflect.set(block, 'children', [{...Object(first), text: rest || membersOnly, marks: []}])
}

function listAt(value: unknown, name: string): unknown[] {
  const list = propertyAt(value, name)
  return Array.isArray(list) ? list : []
}

function isWithinSite(href: unknown): boolean {
  return typeof href === 'string' && /^[/#]/.test(href)
}
