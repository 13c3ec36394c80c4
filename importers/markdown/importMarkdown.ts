import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {sitePath} from '@touchpoints/schemas/scalars'

import {createCollector} from './collector.ts'
import {listForgotten} from './listForgotten.ts'
import {type Block, readPage, type Section} from './readPage.ts'
import {readAgendaTable} from './readers/agendaTable.ts'
import {readCalendar} from './readers/calendar.ts'
import {readNextTouchpoint} from './readers/nextTouchpoint.ts'
import {type Leftover, readProse} from './readers/prose.ts'
import type {Context, Reader} from './readers/reader.ts'
import {readRecordings} from './readers/recordings.ts'
import {readSlots} from './readers/slots.ts'
import {readWorkingGroup} from './readers/workingGroup.ts'
import {readWorkingGroupCard} from './readers/workingGroupCard.ts'
import {linksIn} from './linksIn.ts'
import type {ImportOptions, MarkdownImport} from './result.ts'

/** The calendar comes first: working groups refer to it, and its zone says what "CET" means. */
const first: readonly Reader[] = [readCalendar]
/** These make a heading the name of what they read. */
const naming: readonly Reader[] = [readNextTouchpoint, readRecordings, readWorkingGroup]
const others: readonly Reader[] = [readWorkingGroupCard, readSlots, readAgendaTable]

/**
 * A meetings page of the old kind, Markdown with Hugo's shortcodes, as documents.
 *
 * Each piece of the page is offered to one reader after another; what none of them understands becomes
 * text of the page, and what that cannot hold is listed. Nothing is fetched and no clock is read.
 *
 * @example
 * const {documents, unplaced, findings} = importMarkdown(page, {asOf: '2024-03-20'})
 */
export function importMarkdown(text: string, {asOf, base}: ImportOptions): MarkdownImport {
  const page = readPage(text)
  const out = createCollector(page.text, base)
  const zone = zoneShown(page.sections)
  const context: Context = {out, asOf, year: asOf.slice(0, 4), ...(zone && {zone})}
  const afterFirst = page.sections.map((section) => offer(section, first, context))
  const leftovers = afterFirst.map((section): Leftover => {
    const named = offer(section, naming, context)
    const {blocks} = offer(named, others, context)
    return {section, blocks, named: section.blocks.some((block) => !named.blocks.includes(block))}
  })
  const {title, url, ...front} = page.frontMatter
  const {sections, introduction} = readProse(leftovers, out)
  const path = sitePath.safeParse(url)
  out.add('meetingsPage', '', {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : 'Meetings',
    path: path.success ? path.data : defaultPagePath,
    introduction,
    sections,
  })
  for (const [name, value] of Object.entries(path.success ? front : {...front, url})) {
    if (value === undefined) continue
    const written = `${name}: ${JSON.stringify(value)}`
    out.unmapped(1, written, 'The page’s document has no place for this front matter.')
  }
  if (page.brokenFrontMatter !== undefined) {
    out.unmapped(1, page.brokenFrontMatter, 'This front matter is no valid YAML.')
  }
  listForgotten(page, out)
  return out.result()
}

/** What the readers leave of a section. */
function offer(section: Section, readers: readonly Reader[], context: Context): Section {
  const left = (blocks: Block[], read: Reader) => read({...section, blocks}, context)
  return {...section, blocks: readers.reduce(left, section.blocks)}
}

/** The zone that the page's own calendar link asks for (`ctz`). */
function zoneShown(sections: readonly Section[]): string | undefined {
  return (
    sections
      .flatMap(({blocks}) => blocks)
      .flatMap((block) => (block.type === 'shortcode' ? [] : linksIn(block)))
      .map(({url}) => (URL.canParse(url) ? new URL(url).searchParams.get('ctz') : null))
      .find((zone) => zone !== null) ?? undefined
  )
}
