import {contrastOf, pageBackground, readableOn, textContrast} from '@touchpoints/schemas/appearance'
import {color, feedUrl, line} from '@touchpoints/schemas/scalars'

import {type Framework, frameworks} from './answers.ts'
import {characters} from './characters.ts'

/** What a typed text means, or why it cannot be used. */
export type Reading<Value> = {value: Value} | {problem: string}

/** Longest short name. Tabs and calendars cut longer ones. */
export const maxShortName = 20

/** Reads the full name of a community. */
export function readName(text: string): Reading<string> {
  return check(line, text.trim(), 'Expected the name of the community, on one line.')
}

/** Reads a name for narrow places. */
export function readShortName(text: string): Reading<string> {
  const value = text.trim()
  const {length} = characters(value)
  if (length <= maxShortName) return readName(value)
  return {
    problem: `"${value}" has ${length} characters, and a tab or a calendar shows ${maxShortName}. Use a shorter name, such as "${initialsOf(value)}".`,
  }
}

/** Reads an accent color, which must be readable as a link and under white text. */
export function readAccent(text: string): Reading<string> {
  const read = check(color, text.trim().toLowerCase())
  if ('problem' in read) return read
  // The rule about the stored color has the same two uses: see accentContrastRule of @touchpoints/schemas.
  const [lowest] = [pageBackground.light, '#ffffff']
    .map((other) => ({other, ratio: contrastOf(read.value, other)}))
    .toSorted((a, b) => a.ratio - b.ratio)
  if (lowest === undefined || lowest.ratio >= textContrast) return read
  const ratio = (Math.floor(lowest.ratio * 100) / 100).toFixed(2)
  return {
    problem: `The contrast of ${read.value} on a light page is ${ratio}:1, and text needs ${textContrast}:1 to be readable. Use ${readableOn(read.value, lowest.other)}, or another darker color.`,
  }
}

/** Reads the address of an iCalendar feed. `webcal:` is another name for `https:`. */
export function readCalendar(text: string): Reading<string> {
  const read = check(feedUrl, text.trim())
  return 'problem' in read ? read : {value: read.value.replace(/^webcal:/i, 'https:')}
}

/** Reads addresses of feeds with commas or spaces between them. An empty text is no feed. */
export function readCalendars(text: string): Reading<readonly string[]> {
  const urls: string[] = []
  for (const each of text.split(/[\s,]+/).filter(Boolean)) {
    const read = readCalendar(each)
    if ('problem' in read) return {problem: `"${each}": ${read.problem}`}
    urls.push(read.value)
  }
  return {value: [...new Set(urls)]}
}

/** Reads the name of a framework. */
export function readFramework(text: string): Reading<Framework> {
  const value = frameworks.find((name) => name === text.trim().toLowerCase())
  return value ? {value} : {problem: `Expected one of: ${frameworks.join(', ')}.`}
}

/**
 * Returns the first letters of the words of a name, at most three, or the first two letters of one word.
 *
 * @example initialsOf('Friends of the Library') // 'FL'
 */
export function initialsOf(name: string): string {
  const all = name.match(/[\p{L}\p{N}]+/gu) ?? []
  // "Friends of Maps" is FM. In a name without capitals, and in a script without them, each word counts.
  const capitals = all.filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
  const words = capitals.length > 1 ? capitals : all
  const [first = ''] = words
  if (words.length < 2) return characters(first).slice(0, 2).join('').toLocaleUpperCase('en')
  return words
    .slice(0, 3)
    .map((word) => characters(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}

interface Format {
  safeParse: (value: unknown) => {success: true; data: string} | Failure
}

interface Failure {
  success: false
  error: {issues: readonly {message: string}[]}
}

function check(format: Format, text: string, empty?: string): Reading<string> {
  if (text === '' && empty !== undefined) return {problem: empty}
  const result = format.safeParse(text)
  if (result.success) return {value: result.data}
  return {problem: result.error.issues[0]?.message ?? 'This value cannot be used.'}
}
