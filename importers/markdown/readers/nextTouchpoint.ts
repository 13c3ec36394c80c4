import {type Fact, factOf, labelled} from '../fact.ts'
import {plain} from '../plain.ts'
import type {Block} from '../readPage.ts'
import {addSession, agendaItem, type SessionFacts} from '../sessions/addSession.ts'
import {sessionField} from '../sessions/sessionFields.ts'
import type {Reader} from './reader.ts'
import {textIn} from './textIn.ts'

/**
 * Returns the day in a heading for the next session.
 *
 * @example dayOfHeading('Next Thursday Touchpoint') // 'Thursday'
 */
export function dayOfHeading(title: string): string | undefined {
  return /^Next (.+?) Touchpoints?$/i.exec(plain(title))?.[1]
}

/** Reads "Next Thursday Touchpoint", with date, guests and agenda, into a series and a touchpoint. */
export const readNextTouchpoint: Reader = (section, context) => {
  const {blocks} = section
  const day = [section.title, ...section.parents.toReversed()].map(dayOfHeading).find(Boolean)
  const dated = blocks.find((block) => /\bDate:/i.test(textIn(block)))
  if (day === undefined || dated === undefined) return blocks
  const {out} = context
  const {facts, read} = factsIn(blocks)
  const {date, join, agenda} = facts
  if (!date) return blocks
  if (join) {
    const links = join.links.map(({url}) => url).join(' ')
    const reason = 'This link opens a calendar, not the call. Enter the join link of the session.'
    out.leftover(join.line, `${plain(join.text)} ${links}`, reason)
  }
  for (const fact of [date, facts.guests]) {
    if (!fact || (fact.links.length === 0 && !/[!*?]|\bnote\b|\bmoved\b/i.test(fact.text))) continue
    const urls = fact.links.map(({url}) => url).join(' ')
    const reason = 'Only part of this line was imported. Copy the rest by hand.'
    out.leftover(fact.line, `${fact.text} ${urls}`.trim(), reason)
  }
  const points = blocks.filter((block) => block.type === 'list' && !read.has(block))
  const items = points.flatMap(factsOfBlock)
  for (const {line, links} of items) {
    for (const {url} of links) out.leftover(line, url, 'An agenda item has no field for a link.')
  }
  const heading = plain(section.title)
  const id = addSession(
    {date, ...(facts.guests && {guests: facts.guests}), ...(agenda && {agenda})},
    {
      line: date.line,
      title: /^Next /i.test(heading) ? `${day} touchpoint` : heading,
      series: `${day} touchpoints`,
      status: 'confirmed',
      about: context.about(section),
      agenda: items.map(({text}) => agendaItem(text)),
    },
    context,
  )
  if (id === undefined) return blocks
  for (const title of [section.title, ...section.parents])
    if (dayOfHeading(title)) out.understood(title)
  return blocks.filter((block) => !read.has(block) && !points.includes(block))
}

/** Returns the labelled lines of a section, and the blocks that are nothing else. */
function factsIn(blocks: readonly Block[]): {facts: SessionFacts; read: ReadonlySet<Block>} {
  const facts: SessionFacts = {}
  const read = new Set<Block>()
  for (const block of blocks) {
    const lines = factsOfBlock(block)
    const known = lines.map((fact) => {
      const field = isAgendaLink(fact) ? 'agenda' : fieldOf(fact)
      if (field) facts[field] ??= {...fact, text: labelled(plain(fact.text))?.value ?? fact.text}
      return field
    })
    if (lines.length > 0 && known.every((field) => field !== undefined)) read.add(block)
    // A list with the date is the facts of the session, not its agenda.
    else if (known.includes('date')) read.add(block)
  }
  return {facts, read}
}

function fieldOf({text}: Fact) {
  const written = labelled(plain(text))
  const field = written && sessionField(written.label)
  return field === 'date' || field === 'guests' || field === 'join' ? field : undefined
}

function isAgendaLink({text, links}: Fact): boolean {
  return links.length === 1 && /^agenda$/i.test(plain(text))
}

export function factsOfBlock(block: Block): Fact[] {
  if (block.type === 'shortcode') return []
  return block.type === 'list' ? block.children.map(factOf) : [factOf(block)]
}
