import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {sitePath} from '@touchpoints/schemas/scalars'

import {createCollector} from './collector.ts'
import {listMissedFacts} from './listMissedFacts.ts'
import {type Block, readPage, type Section} from './readPage.ts'
import {readAgendaTable} from './readers/agendaTable.ts'
import {readCalendar} from './readers/calendar.ts'
import {readNextTouchpoint} from './readers/nextTouchpoint.ts'
import {type RemainingSection, readProse} from './readers/prose.ts'
import type {Context, Reader} from './readers/reader.ts'
import {readRecordings} from './readers/recordings.ts'
import {readSlots} from './readers/slots.ts'
import {readWorkingGroup} from './readers/workingGroup.ts'
import {readWorkingGroupCard} from './readers/workingGroupCard.ts'
import {linksIn} from './linksIn.ts'
import type {ImportOptions, MarkdownImport} from './result.ts'

/** The calendar comes first, because working groups refer to it and its zone defines "CET". */
const first: readonly Reader[] = [readCalendar]
/** These readers use the heading as the name of a document. */
const naming: readonly Reader[] = [readNextTouchpoint, readRecordings, readWorkingGroup]
const others: readonly Reader[] = [readWorkingGroupCard, readSlots, readAgendaTable]

/**
 * Converts a legacy Hugo meetings page (Markdown with shortcodes) to documents.
 *
 * Passes each block of the page to one reader after another. Blocks that no reader accepts become text of
 * the page, and content that the text cannot hold is listed as unmapped. Fetches nothing and reads no clock.
 *
 * @example
 * const {documents, unmapped, findings} = importMarkdown(page, {asOf: '2024-03-20'})
 */
export function importMarkdown(text: string, {asOf, base}: ImportOptions): MarkdownImport {
  const page = readPage(text)
  const out = createCollector(page.text, base)
  const zone = zoneOfCalendar(page.sections)
  const context: Context = {out, asOf, year: asOf.slice(0, 4), ...(zone && {zone})}
  const afterFirst = page.sections.map((section) => applyReaders(section, first, context))
  const remaining = afterFirst.map((section): RemainingSection => {
    const named = applyReaders(section, naming, context)
    const {blocks} = applyReaders(named, others, context)
    return {section, blocks, named: section.blocks.some((block) => !named.blocks.includes(block))}
  })
  const {title, url, ...front} = page.frontMatter
  const {sections, introduction} = readProse(remaining, out)
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
    out.unmapped(1, written, 'The meetings page has no field for this front matter.')
  }
  if (page.brokenFrontMatter !== undefined) {
    out.unmapped(1, page.brokenFrontMatter, 'This front matter is not valid YAML.')
  }
  listMissedFacts(page, out)
  return out.result()
}

/** Returns a section without the blocks that the readers accepted. */
function applyReaders(section: Section, readers: readonly Reader[], context: Context): Section {
  const remainingBlocks = (blocks: Block[], read: Reader) => read({...section, blocks}, context)
  return {...section, blocks: readers.reduce(remainingBlocks, section.blocks)}
}

/** Returns the zone in the page's own calendar link (`ctz`). */
function zoneOfCalendar(sections: readonly Section[]): string | undefined {
  return (
    sections
      .flatMap(({blocks}) => blocks)
      .flatMap((block) => (block.type === 'shortcode' ? [] : linksIn(block)))
      .map(({url}) => (URL.canParse(url) ? new URL(url).searchParams.get('ctz') : null))
      .find((zone) => zone !== null) ?? undefined
  )
}
