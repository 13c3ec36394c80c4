import {clockTimes} from '../clockTimes.ts'
import {type Fact, factOf} from '../fact.ts'
import {addMeeting} from '../meeting.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {hasRhythm} from '../rhythm.ts'
import {documentId} from '../../plan/documentId.ts'
import {groupOf} from './groupOf.ts'
import type {Context, Reader} from './reader.ts'

/**
 * Reads a rhythm without a name below a heading about calls: "## Weekly call", "Every Wednesday at 10:00 EST". The
 * heading is its name.
 */
export const readHeadedRhythms: Reader = (section, context) => {
  const title = plain(section.title)
  const isAboutCalls = /\b(?:calls?|meetings?|meet-?ups?|office hours|syncs?|stand-?ups?)\b/i.test(
    title,
  )
  if (!isAboutCalls || title.length > 80 || groupOf(section, context)) return section.blocks
  return section.blocks.flatMap((block): Block[] => {
    if (block.type === 'paragraph')
      return readUnnamed(factOf(block), section, context) ? [] : [block]
    if (block.type !== 'list') return [block]
    const rest = block.children.filter(
      (item) => item.children.length !== 1 || !readUnnamed(factOf(item), section, context),
    )
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

const start =
  /^(?:(?:we |it )?(?:meets?|held|is) )?(?:every|each|weekly|fortnightly|bi-?weekly|monthly|on )|^(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|^(?:the )?(?:1st|2nd|3rd|4th|first|second|third|fourth|last)\b/i
const weekday = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i
const numbers = ['second', 'third', 'fourth', 'fifth', 'sixth']

function readUnnamed(fact: Fact, section: Section, context: Context): boolean {
  const {text} = fact
  const isRhythm = text.length <= 200 && start.test(text) && weekday.test(text) && hasRhythm(text)
  if (!isRhythm || clockTimes(text).length === 0) return false
  const {out} = context
  const heading = plain(section.title)
  const names = [heading, ...numbers.map((number) => `${heading}, ${number} call`)]
  const title = names.find((name) => out.get(documentId('series', name)) === undefined)
  if (title === undefined) return false
  const about = [text, ...context.about(section)]
  const id = addMeeting({title, words: fact, about}, context)
  if (id === undefined) return false
  out.verify(fact.line, {
    code: 'uncertain',
    message: `"${text}" has no name. It was named "${title}", after its heading. Check the name.`,
    document: id,
  })
  return true
}
