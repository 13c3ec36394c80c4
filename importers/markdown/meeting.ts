import {isJoinLink} from '@touchpoints/calendar/links'

import {cleanLink} from './cleanLink.ts'
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
  const id = addSeries(
    {
      title,
      meets: 'standing',
      ...rhythm.fields,
      defaultLinks: Object.keys(links).length > 0 ? {_type: 'meetingLinks', ...links} : undefined,
    },
    words.line,
    out,
    group,
  )
  rhythm.report(id)
  context.audiences.set(id, about, words.line)
  return id
}

/** Returns the room and the notes among the links of a text. */
export function meetingLinks(fact: Fact, {out}: Context): {join?: string; notes?: string} {
  const bare = [...fact.text.matchAll(/https?:\/\/[^\s)>\],]+/g)].map(([url]) => ({text: '', url}))
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
