import type {SessionFacts} from './addSession.ts'
import {sessionFieldNames} from './sessionFields.ts'

const word = String.raw`(?:cancell?ed|postponed|called off)`
/** The forms of a mark. A title such as "Why we cancelled our bot" has none of them. */
const marks = [
  new RegExp(String.raw`[([]\s*${word}\b[^)\]]{0,80}[)\]]`, 'i'),
  new RegExp(String.raw`^[^\p{L}\p{N}]*${word}\b\s*(?:[!.]|[:–—-]|$)+\s*`, 'iu'),
  new RegExp(String.raw`^[^\p{L}\p{N}]*${word}\s+(?:due to|because|for|by|as|until|to)\b.*$`, 'iu'),
  new RegExp(String.raw`\s*[–—,:-]\s*${word}[.!]?$`, 'i'),
  /^CANCELL?ED\s+|\s+CANCELL?ED$/,
]
const struck = /~~(.+?)~~/g

/** Returns a text without the words that cancel it, and these words. */
export function withoutCancellation(text: string): {text: string; words?: string} {
  const whole = /^\W*~~(.+)~~\W*$/s.exec(text)?.[1]
  if (whole !== undefined && !whole.includes('~~')) return {text: whole.trim(), words: text.trim()}
  for (const mark of marks) {
    const [found] = mark.exec(text) ?? []
    if (found === undefined) continue
    return {text: text.replace(found, ' ').replaceAll(/\s+/g, ' ').trim(), words: found.trim()}
  }
  return {text}
}

/** Returns a text without its struck words, and these words: "~~10:00~~ 11:00 UTC" is 11:00 UTC. */
export function withoutStruck(text: string): {text: string; words: readonly string[]} {
  const words = [...text.matchAll(struck)].map(([, each = '']) => each)
  if (words.length === 0) return {text, words}
  return {text: text.replaceAll(struck, ' ').replaceAll(/\s+/g, ' ').trim(), words}
}

/** Returns the facts of a session without the words that cancel it, and these words as the page has them. */
export function readCancellation(facts: SessionFacts): {facts: SessionFacts; words?: string} {
  const rest: SessionFacts = {...facts}
  let words: string | undefined
  for (const field of sessionFieldNames) {
    const fact = facts[field]
    if (!fact || field === 'summary' || field === 'tag') continue
    const read = withoutCancellation(fact.text)
    if (read.words === undefined) continue
    rest[field] = {...fact, text: read.text}
    words ??= field === 'topic' || field === 'status' ? fact.text : read.words
  }
  return {facts: rest, ...(words !== undefined && {words})}
}
