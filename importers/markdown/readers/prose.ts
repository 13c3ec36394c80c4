import {headingBlock, richText} from '../richText.ts'
import {cleanLink} from '../cleanLink.ts'
import type {Collector} from '../collector.ts'
import {linksIn} from '../linksIn.ts'
import {plain} from '../plain.ts'
import {lineOf, type Block, type Section} from '../readPage.ts'
import {dayOfHeading} from './nextTouchpoint.ts'

/** A section with the blocks that no other reader accepted. */
export interface RemainingSection {
  section: Section
  blocks: Block[]
  /** Whether a reader used the heading as the name of a document. */
  named: boolean
}

interface PageSection {
  [field: string]: unknown
  _type: 'pageSection'
  _key: string
  kind: string
  heading: string
  text: ReturnType<typeof richText>
}

/** Converts the rest of the page to sections of the meetings page, one for each outer heading. */
export function readProse(remaining: readonly RemainingSection[], out: Collector) {
  const sections: PageSection[] = []
  let introduction: ReturnType<typeof richText> = []
  for (const [index, {section, blocks}] of remaining.entries()) {
    const rest = blocks.flatMap((block) =>
      block.type === 'shortcode' ? reportShortcode(block, out) : [block],
    )
    if (section.depth === 0) {
      introduction = richText(rest, out)
      continue
    }
    const isOuter = section.depth <= 2 || sections.length === 0
    const outer = isOuter || kindOf(section.title) === 'recordings'
    if (outer) sections.push(pageSection(section))
    const current = sections.at(-1)
    if (!current) continue
    if (!outer && (rest.length > 0 || !isNamed(remaining, index)))
      current.text.push(headingBlock(plain(section.title), section.line, section.depth > 3))
    const proposals = rest.filter((block) => isProposal(block))
    for (const section of proposals.flatMap((block) => proposalSection(block, out))) {
      sections.push(section)
    }
    const text = rest.filter((block) => !proposals.includes(block))
    for (const block of richText(text, out)) current.text.push(block)
  }
  const filled = sections.map(({text, ...rest}) => (text.length > 0 ? {...rest, text} : rest))
  return {introduction: introduction.length > 0 ? introduction : undefined, sections: filled}
}

/** Returns whether a document has a heading’s name, or, for “Next Thursday Touchpoint”, a heading below it. */
function isNamed(remaining: readonly RemainingSection[], index: number): boolean {
  const own = remaining[index]
  if (!own || own.named || dayOfHeading(own.section.title) === undefined) return own?.named ?? false
  const {depth} = own.section
  const after = remaining.slice(index + 1)
  const end = after.findIndex(({section}) => section.depth <= depth)
  const under = end === -1 ? after : after.slice(0, end)
  return under.some((each) => each.named)
}

function pageSection({title, line}: Section): PageSection {
  return {
    _type: 'pageSection',
    _key: `s${line}`,
    kind: kindOf(title),
    heading: plain(title),
    text: [],
  }
}

/** Returns the kind of section for a heading. Free text when the heading matches no list of the page. */
function kindOf(heading: string): string {
  if (/learning space|touchpoint/i.test(heading)) return 'touchpoints'
  if (/contributor space|working groups?/i.test(heading)) return 'workingGroups'
  if (/recording/i.test(heading)) return 'recordings'
  if (/other calendars/i.test(heading)) return 'otherCalendars'
  return /calendar/i.test(heading) ? 'calendar' : 'freeText'
}

function isProposal(block: Block): boolean {
  if (block.type === 'shortcode') return false
  const [link, ...more] = linksIn(block)
  return link !== undefined && more.length === 0 && /\bcfp\b|call for proposals/i.test(link.text)
}

function proposalSection(block: Block, out: Collector): PageSection[] {
  if (block.type === 'shortcode') return []
  const [link] = linksIn(block)
  const url = link && cleanLink(link.url, lineOf(block), out)
  if (!link || !url) return []
  const heading = 'Call for proposals'
  const place = {_type: 'pageSection' as const, _key: `s${lineOf(block)}`}
  return [
    {
      ...place,
      kind: 'callForProposals',
      heading,
      text: [],
      link: {_type: 'link', title: link.text, url},
    },
  ]
}

/** Layout and lists of the legacy theme, which the new page renders itself. */
const layoutShortcodes = new Set(['spacer', 'todo_community_calendar', 'todo_community_calendars'])

export function reportShortcode(block: Extract<Block, {type: 'shortcode'}>, out: Collector): [] {
  const reason = layoutShortcodes.has(block.name)
    ? 'The page shows this automatically.'
    : `No document has a field for the shortcode ${block.name}.`
  out.leftover(block.line, block.text, reason)
  return []
}
