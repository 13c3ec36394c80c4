import {isJoinLink} from '@touchpoints/calendar/links'
import {refOf} from '@touchpoints/schemas/reading'

import {cleanLink} from './cleanLink.ts'
import {bareLinks} from './linksIn.ts'
import {type Fact, isPlaceholder} from './fact.ts'
import type {Group} from './groups.ts'
import type {Context} from './readers/reader.ts'
import {readRhythm} from './rhythm.ts'
import {addSeries} from './series.ts'

export interface MeetingFacts {
  title: string
  /** Words with the rhythm. */
  words: Fact
  group?: Group | undefined
  /** Texts about the audience, the nearest first. */
  about: readonly string[]
  join?: string | undefined
  notes?: string | undefined
}

/** Adds what meets again, with its rhythm. Returns its id, or undefined for words without a rhythm. */
export function addMeeting(
  {title, words, group, about, join, notes}: MeetingFacts,
  context: Context,
): string | undefined {
  const {out} = context
  if (isPlaceholder(words.text)) {
    out.understood(words.text)
    return undefined
  }
  const rhythm = readRhythm(words.text, words.line, context)
  if (!rhythm) return undefined
  const links = {...meetingLinks(words, context), ...(join && {join}), ...(notes && {notes})}
  const isSecond = group?.title === title && hasOtherRhythm(group, rhythm.fields, context)
  const id = addSeries(
    {
      title: isSecond ? `${title}, second call` : title,
      meets: 'standing',
      ...rhythm.fields,
      defaultLinks: Object.keys(links).length > 0 ? {_type: 'meetingLinks', ...links} : undefined,
    },
    words.line,
    out,
    group,
  )
  if (isSecond) {
    out.verify(words.line, {
      code: 'uncertain',
      message: `"${title}" has two rhythms. "${oneLineOf(words.text)}" was read as a second call. Check its name.`,
      document: id,
    })
  }
  rhythm.report(id)
  context.audiences.set(id, about, words.line)
  return id
}

function oneLineOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 120)
}

/** Whether a group has a series of its own name that meets at other times. */
function hasOtherRhythm(
  group: Group,
  fields: Readonly<Record<string, unknown>>,
  {out}: Context,
): boolean {
  const before = out
    .ofType('series')
    .find((each) => refOf(each['group']) === group.id && each['title'] === group.title)
  if (!before) return false
  const own = before['cadence'] ?? before['cadenceText']
  const other = fields['cadence'] ?? fields['cadenceText']
  return own !== undefined && other !== undefined && JSON.stringify(own) !== JSON.stringify(other)
}

/** Returns the room and the notes among the links of a text. */
export function meetingLinks(fact: Fact, {out}: Context): {join?: string; notes?: string} {
  const bare = bareLinks(fact.text).map((url) => ({text: '', url}))
  const found: {join?: string; notes?: string} = {}
  for (const {text, url} of [...fact.links, ...bare]) {
    if (url.trim() === '') continue
    if (/\.ics(?:[?#]|$)|^webcal:/i.test(url)) continue
    const isRoom =
      isJoinLink(url) || /zoom|teams|meet\b|jitsi|webex|\bcall\b|\broom\b/i.test(`${text} ${url}`)
    const isNotes = /notes|minutes|agenda/i.test(text)
    const field = isNotes ? 'notes' : isRoom ? 'join' : undefined
    const clean = field && found[field] === undefined ? cleanLink(url, fact.line, out) : undefined
    if (field && clean !== undefined) found[field] = clean
  }
  return found
}
