import type {ListItem} from 'mdast'

import {type Fact, factOf, isPlaceholder} from '../fact.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {addSession, type SessionFacts} from '../sessions/addSession.ts'
import {withoutCancellation} from '../sessions/cancellation.ts'
import {seriesIn} from '../sessions/seriesIn.ts'
import {readDate} from '../writtenDate.ts'
import type {Context, Reader} from './reader.ts'

const heading =
  /\b(?:webinars?|talks?|sessions?|events?|meet-?ups?|recordings?|past|previous|upcoming|archive|calls?|meetings?|touchpoints?|agenda|schedule)\b/i

/**
 * Reads a list of talks, one an item: "2026-02-12: A talk, Ada Lumen (Harbor Library), [video](…)". An item needs a
 * date with its year, at its start or in brackets.
 */
export const readTalkLists: Reader = (section, context) =>
  section.blocks.flatMap((block): Block[] => {
    const titles = [section.title, ...section.parents]
    if (block.type !== 'list' || !titles.some((title) => heading.test(title))) return [block]
    const rest = block.children.filter((item) => !readTalk(item, section, context))
    if (rest.length === block.children.length) return [block]
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })

const dateText = String.raw`(?:\d{4}[-/]\d{2}[-/]\d{2}|(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+20\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+20\d{2}))`
const timeText = String.raw`(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]m)?(?:\s*[-–]\s*\d{1,2}[:.]\d{2}(?:\s*[ap]m)?)?(?:\s+(?:[A-Z]{2,5}|UTC[+-]\d+)\b)?)?`
const leading = new RegExp(String.raw`^\W{0,3}(${dateText}${timeText})\)?\s*[:|,–—-]*\s*`, 'iu')
const trailing = new RegExp(String.raw`\s*[(,–—-]\s*(${dateText}${timeText})\)?`, 'iu')

function readTalk(item: ListItem, section: Section, context: Context): boolean {
  const [first, ...more] = item.children
  if (first?.type !== 'paragraph' || more.some(({type}) => type !== 'list')) return false
  const whole = factOf(first)
  const cancellation = withoutCancellation(whole.text)
  const fact = {...whole, text: cancellation.text}
  const match = leading.exec(fact.text) ?? trailing.exec(fact.text)
  const [matched = '', date] = match ?? []
  if (date === undefined || !readDate(date, context.year)) return false
  const rest = fact.text.replace(matched, match?.index === 0 ? '' : ' ')
  const facts = factsIn(rest, {...fact, text: date}, context)
  if (!facts.topic) return false
  const series = seriesIn([section.title, ...section.parents.toReversed()])
  const place = {
    line: fact.line,
    about: [fact.text, ...context.about(section)],
    ...(series !== undefined && {series}),
    ...(context.own && {own: context.own}),
  }
  const {words} = cancellation
  const status = words === undefined ? {} : {status: {...whole, links: [], text: words}}
  if (addSession({...facts, ...status}, place, context) === undefined) return false
  if (words !== undefined) context.out.understood(words)
  for (const node of more) {
    for (const inner of node.type === 'list' ? node.children : []) {
      const {text, links, line} = factOf(inner)
      const words = [text, ...links.map(({url}) => url)].join(' ')
      context.out.leftover(line, words, 'A session has no field for this.')
    }
  }
  return true
}

/** Links with these words are not the talk itself. */
const linkKinds = [
  [
    'recording',
    /v[ií]d[eé]o|recording|watch|youtube|replay|grabaci|grava[cç]|aufzeichnung|enregistrement/i,
  ],
  ['slides', /slides?|deck|diapo|folien/i],
  ['notes', /notes|minutes/i],
  ['rsvp', /rsvp|register|registration|sign[- ]?up/i],
  ['agenda', /agenda|details|page|discussion/i],
] as const

function factsIn(rest: string, date: Fact, {out}: Context): SessionFacts {
  const facts: SessionFacts = {date: {...date, links: []}}
  let words = rest
  const others: Fact['links'][number][] = []
  for (const link of date.links) {
    const kind =
      linkKinds.find(([, word]) => link.text.length < 30 && word.test(link.text))?.[0] ??
      (/youtu\.?be|vimeo/.test(link.url) ? 'recording' : undefined)
    if (kind === undefined || facts[kind]) {
      others.push(link)
      continue
    }
    facts[kind] = {text: link.text, links: [link], line: date.line}
    // A short label such as "video" is no part of the title; the title itself may be the link.
    if (linkKinds.some(([, word]) => word.test(link.text)) && link.text.split(' ').length < 4) {
      words = words.replace(link.text, '')
    }
  }
  const clean = words
    .replaceAll(/[([]\s*[,|/·]*\s*[)\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const [named] = others
  const isLinked = named !== undefined && trim(clean).startsWith(named.text)
  const [topic = '', people = ''] = isLinked
    ? [named.text, trim(clean).slice(named.text.length)]
    : splitTalk(clean)
  const title = trim(topic)
  if (isPlaceholder(title)) return facts
  facts.topic = {
    text: title,
    links: others.filter(({text}) => title.includes(text)),
    line: date.line,
  }
  const rests = others.filter((link) => !title.includes(link.text))
  if (trim(people) !== '') facts.guests = {text: trim(people), links: rests, line: date.line}
  else
    for (const {url} of rests) out.leftover(date.line, url, 'A session has no field for this link.')
  return facts
}

/** Splits "A talk — Ada Lumen (Harbor Library)" and "A talk by Ada Lumen, Harbor Library". */
function splitTalk(text: string): string[] {
  const by = /\s+(?:by|with|from)\s+(?=\p{Lu})/u.exec(text)
  if (by) return [text.slice(0, by.index), text.slice(by.index + by[0].length)]
  const quoted = /^[“"](.+?)[”"]\s*[,–—-]?\s*(.*)$/.exec(text)
  if (quoted) return quoted.slice(1)
  const dash = /\s+[–—|]\s+|\s+-\s+/.exec(text)
  return dash ? [text.slice(0, dash.index), text.slice(dash.index + dash[0].length)] : [text]
}

function trim(text: string): string {
  return plain(text)
    .replace(/^[\s,:|–—-]+|[\s,:|–—(-]+$/g, '')
    .replace(/^[“"]([^“”"]*)[”"]$/, '$1')
    .trim()
}
