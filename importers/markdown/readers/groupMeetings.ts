import {type Fact, factOf} from '../fact.ts'
import {addGroup, addGroupLinks, type Group, groupNamed} from '../groups.ts'
import {addChannels} from '../channels.ts'
import {addMeeting} from '../meeting.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {hasRhythm} from '../rhythm.ts'
import {isGenericHeading, groupOf} from './groupOf.ts'
import {factsOfBlock} from './nextTouchpoint.ts'
import type {Context, Reader} from './reader.ts'

/**
 * Reads sentences about the meetings of a group: "We meet every Monday at 14:00 UTC via [Zoom](…)". The group is
 * that of the heading, or that of the page below a heading about meetings.
 */
export const readGroupMeetings: Reader = (section, context) => {
  const title = plain(section.title)
  const named = groupNamed(title, context.out)
  const isAboutMeetings = /\bmeetings?\b|\bmeets?\b|\bcalls?\b|\bschedule\b|\bwhen\b/i.test(title)
  const group =
    named ?? (isAboutMeetings || section.depth <= 1 ? groupOf(section, context) : undefined)
  if (!group) return section.blocks
  return section.blocks.flatMap((block): Block[] => {
    if (block.type === 'paragraph') {
      return readStatement(factOf(block), group, section, context) ? [] : [block]
    }
    if (block.type !== 'list') return [block]
    const rest = block.children.filter(
      (item) => item.children.length !== 1 || !readStatement(factOf(item), group, section, context),
    )
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

const rhythmWords =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:weekly|monthly|fortnightly|quarterly)\b/i

function readStatement(fact: Fact, group: Group, section: Section, context: Context): boolean {
  if (!hasRhythm(fact.text) || !rhythmWords.test(fact.text) || fact.text.length > 600) return false
  const {out} = context
  const [before] = out
    .ofType('series')
    .filter((each) => String(Reflect.get(Object(each['group']), '_ref')) === group.id)
  const about = [fact.text, ...context.about(section)]
  // A second meeting below the facts of a group may be that of another one.
  if (before && groupNamed(plain(section.title), out)) return addOther(fact, group, about, context)
  const id = addMeeting({title: group.title, words: fact, group, about}, context)
  if (id === undefined) return false
  addRest(fact, group, id, context)
  return true
}

function addOther(fact: Fact, group: Group, about: readonly string[], context: Context): boolean {
  const {out} = context
  const id = addMeeting({title: `${group.title}: another meeting`, words: fact, about}, context)
  if (id === undefined) return false
  const owners = [group, context.group].flatMap((each) => each ?? [])
  out.ask(fact.line, {
    code: 'which-document',
    message: `"${fact.text}" is below ${group.title}, which has another meeting. Which group meets?`,
    document: id,
    choices: owners.map((each) => ({
      label: each.title,
      set: {group: {_type: 'reference', _ref: each.id}},
    })),
  })
  return true
}

/** Adds the links of the sentence that are not its room or its notes. */
function addRest(fact: Fact, group: Group, series: string, {out}: Context): void {
  const stored = JSON.stringify(out.get(series)?.['defaultLinks'] ?? {})
  const links = fact.links.filter(({url}) => !stored.includes(url))
  addGroupLinks(group, '', {links, line: fact.line}, out)
}

/** Reads a chapter: a heading above lines "Synchronous: …" and "Asynchronous: …". */
export const readChapters: Reader = (section, context) => {
  const lines = section.blocks.flatMap(factsOfBlock)
  const isChapter = lines.some(({text}) => synchronous.test(text) || asynchronous.test(text))
  const isSibling = context.chapterDepth === section.depth && !isChapter
  const title = plain(section.title)
  if (title === '' || (!isChapter && !isSibling) || isGenericHeading(title)) return section.blocks
  const isShort = lines.every(({text, links}) => text.length < 60 && links.length === 0)
  if (isSibling && (groupNamed(title, context.out) || !isShort)) return section.blocks
  const {out} = context
  const phase = isChapter ? undefined : 'forming'
  const group = addGroup(inCapitals(title), {kind: 'chapter', phase}, section.line, out)
  if (isSibling) {
    out.verify(section.line, {
      code: 'uncertain',
      message: `"${title}" has no meeting and no channel yet. It was read as a chapter that is forming.`,
      document: group.id,
    })
    return section.blocks
  }
  const about = context.about(section)
  return section.blocks.filter((block) => {
    const facts = factsOfBlock(block)
    const read = facts.map((fact) => readLine(fact, group, about, context))
    return !read.some(Boolean) || facts.length === 0
  })
}

const synchronous = /^\W*synchronous\b/i
const asynchronous = /^\W*asynchronous\b/i

function readLine(fact: Fact, group: Group, about: readonly string[], context: Context): boolean {
  const {out} = context
  const [label = ''] = /^\W*[\p{L} ]+/u.exec(fact.text) ?? []
  const text = fact.text.slice(label.length).replace(/^\W*:\s*/, '')
  const value = {...fact, text}
  if (synchronous.test(fact.text)) {
    const id = addMeeting({title: group.title, words: value, group, about}, context)
    if (id === undefined) return false
    addRest(value, group, id, context)
  } else if (asynchronous.test(fact.text) || /^\W*(?:social|chat|follow)\b/i.test(fact.text)) {
    if (!addChannels(group, label, value, out)) return false
  } else return false
  out.understood(label)
  return true
}

/** "RIVER AFRICA" is "River Africa". A word of capitals only, such as LATAM or APAC, stays. */
function inCapitals(title: string): string {
  if (title !== title.toUpperCase()) return title
  return title.replaceAll(/\p{Lu}+/gu, (word) =>
    /^(?:APAC|EMEA|AMER|LATAM|MENA|USA|UK|EU|DEI|AI|ML)$/.test(word)
      ? word
      : word.charAt(0) + word.slice(1).toLowerCase(),
  )
}
