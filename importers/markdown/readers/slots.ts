import type {ListItem} from 'mdast'

import type {Choice} from '../../plan/plan.ts'
import {factOf, labelled} from '../fact.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {cadenceChoices, readRhythm} from '../rhythm.ts'
import {addSeries, addSlotSeries, regionsIn} from '../series.ts'
import type {Context, Reader} from './reader.ts'
import {textIn} from './textIn.ts'

/** Reads "APAC & EMEA Touchpoints: Thursdays, 12:00 PM GMT" into a series with a cadence. */
export const readSlots: Reader = (section, context) => {
  const {blocks} = section
  return blocks.flatMap((block, index): Block[] => {
    if (block.type !== 'list') return [block]
    // "Each touchpoint meets once a month" is in the paragraph above the list. A newsletter can be monthly too.
    const above = blocks[index - 1]
    const isMonthly =
      above?.type === 'paragraph' &&
      textIn(above)
        .split(/[.!?]\s/)
        .some((sentence) => monthly.test(sentence) && aboutMeetings.test(sentence))
    const rest = block.children.filter((item) => !readSlot(item, isMonthly, section, context))
    if (rest.length === block.children.length) return [block]
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

const monthly = /\bmonthly\b|\b(?:a|an|each|every|per)\s+month\b/i
const aboutMeetings =
  /\bmeet(?:s|ings?)?\b|\bcalls?\b|\bsessions?\b|\btouchpoints?\b|\btakes? place\b|\bheld\b/i
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
      message: `The page says that "${title}" meets monthly, but not in which week. "${words}" was kept as text. Choose the week, or enter the cadence in the Studio.`,
      document: id,
      choices: monthlyChoices(words, context),
    })
    return true
  }
  rhythm.report(id)
  return true
}

/** "Thursdays, 12:00 UTC" of a monthly call is in one of five weeks. */
function monthlyChoices(words: string, context: Context): Choice[] {
  return ['first', 'second', 'third', 'fourth', 'last'].flatMap((week) => {
    const monthlyWords = words.replace(
      /^(?:every |each )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?/i,
      `every ${week} $1 of the month`,
    )
    return cadenceChoices(monthlyWords, context).map(({label, set}) => ({
      label: [`${week.charAt(0).toUpperCase()}${week.slice(1)} week`, label]
        .filter(Boolean)
        .join(' · '),
      set,
    }))
  })
}
