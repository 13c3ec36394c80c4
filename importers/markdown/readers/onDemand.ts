import {line as oneLine} from '@touchpoints/schemas/scalars'

import {factOf} from '../fact.ts'
import {plain} from '../plain.ts'
import type {Block} from '../readPage.ts'
import {rhythmIn} from '../rhythm.ts'
import {addSeries} from '../series.ts'
import {groupOf, isGenericHeading} from './groupOf.ts'
import type {Reader} from './reader.ts'

const words =
  /\bon demand\b|\bwhen (?:needed|there)\b|\bas needed\b|\bad[ -]hoc\b|\b(?:once|twice|(?:two|three|four) times) (?:a|per) (?:year|quarter|month)\b|\b(?:semi-?annual|annual|quarterly|yearly)ly?\b/i

/**
 * Reads a meeting without dates below a heading of its own: "### All Hands", "Twice a year, for members." Its rhythm
 * stays in words: no cadence is made of it.
 */
export const readOnDemand: Reader = (section, context) => {
  const title = plain(section.title)
  const isBelow = section.parents.some((parent) =>
    /\bmeetings?\b|\bcalls?\b|\bevents?\b/i.test(parent),
  )
  const [first, ...rest] = section.blocks
  if (!isBelow || first?.type !== 'paragraph' || groupOf(section, context)) return section.blocks
  if (isGenericHeading(title) && !/\btouchpoints?\b|\ball hands\b/i.test(title))
    return section.blocks
  const fact = factOf(first)
  const text = oneLine.safeParse(fact.text)
  if (!words.test(fact.text) || !text.success || rhythmIn(fact.text) === undefined)
    return section.blocks
  const id = addSeries({title, meets: 'scheduled', cadenceText: text.data}, fact.line, context.out)
  context.audiences.set(id, context.about(section), fact.line)
  const blocks: Block[] = rest
  return fact.links.length > 0 ? section.blocks : blocks
}
