import type {ListItem} from 'mdast'

import {factOf, labelled} from '../fact.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {readRhythm} from '../rhythm.ts'
import {addSeries, addSlotSeries, regionsIn} from '../series.ts'
import type {Context, Reader} from './reader.ts'
import {textIn} from './textIn.ts'

/** Reads "APAC & EMEA Touchpoints: Thursdays, 12:00 PM GMT" into a series with a cadence. */
export const readSlots: Reader = (section, context) => {
  const {blocks} = section
  // "Each touchpoint meets once a month" is often in the paragraph above the list.
  const isMonthly = blocks.some((block) => monthly.test(textIn(block)))
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => !readSlot(item, isMonthly, section, context))
    if (rest.length === block.children.length) return [block]
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

const monthly = /\bmonthly\b|\b(?:a|an|each|every|per)\s+month\b/i
const weekday = /^(?:every |each )?(?:other )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i

function readSlot(item: ListItem, isMonthly: boolean, section: Section, context: Context): boolean {
  const {out} = context
  const {text, line, links} = factOf(item)
  const written = labelled(text)
  if (!written || !weekday.test(written.value) || links.length > 0) return false
  const title = plain(written.label)
  const words = written.value
  const withMonth =
    isMonthly && !/\bmonth|\b(?:1st|2nd|3rd|4th|last|first|second|third)\b/i.test(words)
  const rhythm = readRhythm(words, line, context)
  if (!rhythm) return false
  const regions = regionsIn(title)
  const fields = withMonth ? {cadenceText: words} : rhythm.fields
  const id =
    regions.length > 0
      ? addSlotSeries(regions, line, out, {title, ...fields})
      : addSeries({title, meets: 'scheduled', ...fields}, line, out)
  context.audiences.set(id, context.about(section), line)
  if (withMonth) {
    out.ask(line, {
      code: 'which-dates',
      message: `The page says that "${title}" meets monthly, but not in which week. "${words}" was kept as text. Enter the cadence in the Studio.`,
      document: id,
    })
    return true
  }
  rhythm.report(id)
  return true
}
