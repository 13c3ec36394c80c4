import type {Collector} from './collector.ts'
import {type Fact, factOf, isPlaceholder, labelled} from './fact.ts'
import {linksIn} from './linksIn.ts'
import {plain} from './plain.ts'
import type {Block, Page, Section} from './readPage.ts'
import type {Context} from './readers/reader.ts'
import {factsOfBlock} from './readers/nextTouchpoint.ts'
import {addSession, agendaItem, type SessionFacts} from './sessions/addSession.ts'
import {frontFacts, frontText, frontValue, isPublication} from './sessions/frontFacts.ts'
import {seriesIn} from './sessions/seriesIn.ts'
import {sessionField, type SessionField} from './sessions/sessionFields.ts'
import {clockTimes, zoneIn} from './clockTimes.ts'
import {readDate} from './writtenDate.ts'

interface FactSource {
  facts: SessionFacts
  /** Blocks that are read as a whole, and items of lists that are. */
  read: Set<unknown>
  /** Whether the date is the `date` of front matter, which can be that of publication. */
  isPublication?: boolean
}

/**
 * Reads a page about one session: its date, guests, slot, agenda and links as a list, a table, lines or front matter.
 *
 * Returns the blocks that it does not read, or undefined for a page that is not about one session.
 */
export function readSessionPage(page: Page, path: string, context: Context): Section[] | undefined {
  const found = factsOf(page, context)
  const {facts, read} = found
  if (!isSession(facts, page, path)) return undefined
  const {out} = context
  const agenda = agendaOf(page.sections, read, out)
  const title = titleOf(page)
  const line = facts.date?.line ?? 1
  const zone = zoneOfLabel(page, context)
  const series = seriesIn([frontText(page, 'series'), frontText(page, 'type'), ...folders(path)])
  const about = page.sections.flatMap((section) => context.about(section)).slice(0, 20)
  const id = addSession(
    facts,
    {
      line,
      about,
      agenda,
      ...(title !== undefined && {title}),
      ...(series !== undefined && {series}),
      ...(zone && {zone}),
    },
    context,
  )
  if (id === undefined) return undefined
  if (found.isPublication) {
    out.verify(line, {
      code: 'uncertain',
      message: `The session has the "date" of the front matter (${facts.date?.text ?? ''}). On many sites, this is the day of publication. Check it.`,
      document: id,
    })
  }
  const [summary] = page.sections
    .flatMap(({blocks}) => blocks)
    .filter(
      (block) => block.type === 'paragraph' && !read.has(block) && linksIn(block).length === 0,
    )
    .map((block) => ({block, text: factsOfBlock(block)[0]?.text ?? ''}))
    .filter(({text}) => text.length > 30 && text.length < 2000)
  if (summary && out.get(id)?.['summary'] === undefined) {
    out.add('touchpoint', id.replace('touchpoint-', ''), {summary: summary.text}, line)
    read.add(summary.block)
  }
  return page.sections.map((section) => ({...section, blocks: remaining(section.blocks, read)}))
}

function remaining(blocks: readonly Block[], read: ReadonlySet<unknown>): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (read.has(block)) return []
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => !read.has(item))
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

/** A date of publication alone makes no session: it needs an hour, a person, a slot, or a folder of sessions. */
function isSession(facts: SessionFacts, page: Page, path: string): boolean {
  const {date} = facts
  if (!date) return false
  const front = page.frontMatter
  const kind = `${frontText(page, 'type')} ${frontText(page, 'layout')} ${frontText(page, 'category')} ${frontValue(front['categories']) ?? ''}`
  const isNamed = /\b(?:session|webinar|talk|meeting|event|touchpoint|meetup|call)s?\b/i.test(kind)
  const inFolder = folders(path).some((folder) =>
    /^(?:sessions?|webinars?|talks?|meetings?|events?|touchpoints?|meetups?|calls?|_?20\d\d)$/i.test(
      folder,
    ),
  )
  const others = ['guests', 'host', 'slot', 'recording', 'rsvp', 'join', 'topic', 'agenda'] as const
  const count = others.filter((field) => facts[field] !== undefined).length
  const hasHour = facts.time !== undefined || clockTimes(date.text).length > 0
  return (hasHour && count >= 1) || count >= 2 || ((isNamed || inFolder) && (hasHour || count >= 1))
}

function factsOf(page: Page, context: Context): FactSource {
  const found: FactSource = {facts: {}, read: new Set()}
  for (const section of page.sections) {
    for (const block of section.blocks) readBlock(block, found, context)
    readHeadedSection(section, found)
  }
  for (const {key, field, fact, value} of frontFacts(page, context.year)) {
    if (found.facts[field]) continue
    found.facts[field] = fact
    if (field === 'date' && isPublication(key)) found.isPublication = true
    found.read.add(key)
    context.out.understood(`${key}: ${JSON.stringify(value)}`)
  }
  return found
}

function readBlock(block: Block, found: FactSource, context: Context): void {
  if (block.type === 'table') return readFactTable(block, found, context)
  if (block.type === 'list') {
    for (const item of block.children) {
      if (item.children.length === 1 && take(factOf(item), found, context)) found.read.add(item)
    }
    return
  }
  if (block.type !== 'paragraph') return
  const whole = factOf(block)
  // Lines of one paragraph: "**Date:** …" and "**Time:** …", with or without a break between them.
  const lines = linesOf(block, context.out)
  const taken =
    lines.length > 1
      ? lines.map((line) => take(line, found, context))
      : [take(whole, found, context)]
  if (taken.every(Boolean)) found.read.add(block)
  else if (taken.some(Boolean)) {
    lines.forEach((line, index) => {
      if (!taken[index])
        context.out.leftover(
          line.line,
          [line.text, ...line.links.map(({url}) => url)].join(' '),
          'A session has no field for this line.',
        )
    })
    found.read.add(block)
  }
}

/** Returns the written lines of a paragraph, each with its links. */
function linesOf(block: Extract<Block, {type: 'paragraph'}>, out: Collector): Fact[] {
  const fact = factOf(block)
  return out
    .source(block)
    .split('\n')
    .map((source, index) => {
      const links = fact.links.filter(({url}) => source.includes(url))
      const text = source
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/[*_`<>]|\\$/g, '')
        .trim()
      return {text, links, line: fact.line + index}
    })
    .filter(({text, links}) => text !== '' || links.length > 0)
}

function take(fact: Fact, found: FactSource, {out, year}: Context): boolean {
  const written = labelled(plain(fact.text))
  const field = written && sessionField(written.label)
  if (!written || !field || found.facts[field]) return takeLink(fact, found)
  if (field === 'date' && !readDate(written.value, year)) return false
  found.facts[field] = {...fact, text: written.value}
  out.understood(written.label)
  return true
}

/** "[Recording](…)" alone is a fact too: its text is the label. */
function takeLink(fact: Fact, found: FactSource): boolean {
  const [link, ...more] = fact.links
  if (!link || more.length > 0 || plain(fact.text) !== plain(link.text)) return false
  const field = sessionField(plain(link.text))
  const isLinkField =
    field !== undefined &&
    ['recording', 'slides', 'rsvp', 'join', 'notes', 'agenda'].includes(field)
  if (!isLinkField || found.facts[field]) return false
  found.facts[field] = fact
  return true
}

/** A table of two columns with labels, or of one row below them. */
function readFactTable(
  table: Extract<Block, {type: 'table'}>,
  found: FactSource,
  context: Context,
): void {
  const grid = table.children.map((row) => row.children.map(factOf))
  const isPairs = grid.every((row) => row.length === 2)
  const [header, only, ...more] = grid
  const pairs = isPairs
    ? grid.map(([label, value]) => ({label, value}))
    : only && more.length === 0
      ? (header ?? []).map((label, index) => ({label, value: only[index]}))
      : []
  const fields = pairs.map(({label}) => sessionField(label?.text ?? ''))
  if (fields.filter((field) => field !== undefined).length < 2) return
  const dated = pairs[fields.indexOf('date')]
  if (!dated?.value || !readDate(dated.value.text, context.year)) return
  pairs.forEach(({label, value}, index) => {
    const field = fields[index]
    if (!label || !value) return
    context.out.understood(label.text)
    if (field && !found.facts[field]) found.facts[field] = value
    else if (!isPlaceholder(label.text) || !isPlaceholder(value.text)) {
      const text = [`${label.text}: ${value.text}`, ...value.links.map(({url}) => url)].join(' ')
      context.out.leftover(value.line, text, 'A session has no field for this.')
    }
  })
  found.read.add(table)
}

/** "## Speakers" above a list, or "## Recording" above a link. */
function readHeadedSection(section: Section, found: FactSource): void {
  const field = sessionField(section.title)
  const isHeaded: readonly (SessionField | undefined)[] = [
    'guests',
    'host',
    'recording',
    'slides',
    'rsvp',
    'join',
    'notes',
    'audience',
  ]
  if (!field || !isHeaded.includes(field) || found.facts[field] || section.blocks.length !== 1)
    return
  const [block] = section.blocks
  if (!block || found.read.has(block)) return
  const facts = factsOfBlock(block)
  const [first] = facts
  if (!first || facts.some(({text}) => text.length > 100)) return
  found.facts[field] = {
    text: facts.map(({text}) => text).join('; '),
    links: facts.flatMap(({links}) => links),
    line: first.line,
  }
  found.read.add(block)
}

function agendaOf(sections: readonly Section[], read: Set<unknown>, out: Collector): object[] {
  const section = sections.find(({title}) => /\bagenda\b|\bprogramme?\b/i.test(title))
  const list = section?.blocks.find((block) => block.type === 'list' && !read.has(block))
  if (!list) return []
  read.add(list)
  return factsOfBlock(list).map(({text, links, line}) => {
    for (const {url} of links) out.leftover(line, url, 'An agenda item has no field for a link.')
    out.understood(text)
    return agendaItem(text)
  })
}

function titleOf(page: Page): string | undefined {
  const front = frontText(page, 'title')
  const [heading] = page.sections.filter(({depth}) => depth === 1).map(({title}) => title)
  const title = plain(front || heading || '')
  if (title === '') return undefined
  // "Touchpoint 2025-02-13: Machines" is "Machines".
  return (
    title.replace(
      /^(?:\w+\s+)?(?:\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2},? \d{4})\s*[:–—-]\s*/,
      '',
    ) || title
  )
}

function zoneOfLabel(page: Page, {out}: Context) {
  const front =
    frontText(page, 'timezone') ||
    frontText(page, 'time_zone') ||
    frontText(page, 'timeZone') ||
    frontText(page, 'tz')
  const stated = page.sections
    .flatMap(({blocks}) => blocks.flatMap(factsOfBlock))
    .map(({text}) => labelled(plain(text)))
    .find((each) => each && /^time ?zone$/i.test(each.label))
  const words = front || stated?.value || ''
  if (words === '') return undefined
  out.understood(words)
  return zoneIn(`(${words})`)
}

function folders(path: string): string[] {
  return path.split('/').slice(0, -1).toReversed()
}
