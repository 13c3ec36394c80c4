import type {Table} from 'mdast'

import {factOf, type Fact, isPlaceholder} from '../fact.ts'
import {addGroup, addGroupLinks, addRole, groupName, type Group} from '../groups.ts'
import {addChannels} from '../channels.ts'
import {addMeeting} from '../meeting.ts'
import type {Block, Section} from '../readPage.ts'
import {hasRhythm} from '../rhythm.ts'
import {groupOf} from './groupOf.ts'
import type {Context, Reader} from './reader.ts'
import {readPeopleTable} from './peopleTable.ts'

/** The columns of a table of groups or of their efforts. */
const columns = [
  ['meeting', /meeting times?|^times?$|^when$|^schedule$|^cadence$|^meets?$|^meeting$/i],
  ['notes', /notes|minutes|agenda/i],
  ['status', /^status$|^phase$|^stage$|^maturity$/i],
  [
    'contact',
    /contact|leads?\b|chairs?\b|maintainers?\b|owners?\b|sponsor|moderators?\b|facilitators?\b/i,
  ],
  ['repository', /repo|github|source/i],
  ['channel', /slack|mail|chat|channel|list\b|zulip|discord|forum/i],
  ['description', /description|mission|purpose|about|scope|objective/i],
  ['name', /^(?:name|efforts?|groups?|working groups?|sigs?|projects?|team|title|initiative)$/i],
] as const

type Column = (typeof columns)[number][0]

/** Reads tables of efforts, of groups, and of people with their roles. */
export const readGroupTables: Reader = (section, context) => {
  const read = new Set<Block>()
  for (const block of section.blocks) {
    if (block.type !== 'table') continue
    if (readPeopleTable(block, section, context)) read.add(block)
    else if (readEfforts(block, section, context, read)) read.add(block)
  }
  return section.blocks.filter((block) => !read.has(block))
}

interface Cell {
  name: string
  column: Column | undefined
  fact: Fact
}

function readEfforts(table: Table, section: Section, context: Context, read: Set<Block>): boolean {
  const [header, ...rows] = table.children.map((row) => row.children.map(factOf))
  const names = (header ?? []).map(({text}) => text.replaceAll(/[*_]/g, ''))
  const known = names.map((name) => columns.find(([, word]) => word.test(name))?.[0])
  const has = (column: Column) => known.includes(column)
  const isGroups =
    has('name') && (has('meeting') || has('repository') || has('notes') || has('contact'))
  if (!isGroups) return false
  for (const name of names) context.out.understood(name)
  for (const row of rows) {
    const cells = row.map((fact, index) => ({name: names[index] ?? '', column: known[index], fact}))
    readRow(cells, section, context, read)
  }
  return true
}

function readRow(
  cells: readonly Cell[],
  section: Section,
  context: Context,
  read: Set<Block>,
): void {
  const {out} = context
  const title = cells.find(({column}) => column === 'name')?.fact
  if (!title || isPlaceholder(title.text)) return
  const page = groupOf(section, context)
  const isOwn = page !== undefined && isMeetingOf(title.text, page)
  const {kind} = groupName(title.text)
  const group = isOwn && page ? page : addGroup(title.text, {kind, parent: page}, title.line, out)
  if (isOwn) out.understood(title.text)
  else addGroupLinks(group, '', title, out)
  const notes = cells.find(({column}) => column === 'notes')?.fact
  const [noted] = notes?.links.filter(({url}) => url !== '') ?? []
  const meeting = cells.find(({column}) => column === 'meeting')?.fact
  const own = isOwn
    ? /^(?:full|main|whole|all)\b/i.test(title.text) && ownParagraph(section)
    : undefined
  const id =
    meeting &&
    addMeeting(
      {title: title.text, words: meeting, group, about: context.about(section), notes: noted?.url},
      context,
    )
  if (id !== undefined && own) {
    read.add(own.block)
    out.understood(own.fact.text)
    addGroupLinks(group, '', own.fact, out)
    out.verify(own.fact.line, {
      code: 'sources-differ',
      message: `The page describes "${title.text}" twice: "${own.fact.text}" and "${meeting?.text}". The table was used.`,
      document: id,
    })
  }
  if (meeting && id === undefined && !isPlaceholder(meeting.text)) {
    out.leftover(meeting.line, meeting.text, `The rhythm of ${title.text} is not understood.`)
  }
  for (const cell of cells) readCell(cell, group, id, context)
}

function readCell(
  {name, column, fact}: Cell,
  group: Group,
  series: string | undefined,
  context: Context,
) {
  const {out} = context
  const isEmpty = isPlaceholder(fact.text) && fact.links.length === 0
  if (isEmpty || column === 'name' || column === 'meeting') return
  if (fact.links.length > 0 && fact.links.every(({url}) => url.trim() === '')) {
    out.understood(fact.text)
    return
  }
  if (column === 'notes' && series !== undefined && fact.links.length === 1)
    return out.understood(fact.text)
  if (column === 'status') return readStatus(fact, group, context)
  if (column === 'contact') return addRole(group, name, fact, out)
  if (column === 'channel' && addChannels(group, name, fact, out)) return out.understood(fact.text)
  if (column === 'description') {
    out.add('workingGroup', group.title, {description: fact.text}, fact.line)
    return addGroupLinks(group, name, fact, out)
  }
  if (fact.links.length > 0) {
    addGroupLinks(group, name, fact, out)
    return out.understood(fact.links.map(({text}) => text).join(' '))
  }
  out.leftover(fact.line, `${name}: ${fact.text}`, `${group.title} has no field for this.`)
}

const phases = [
  ['incubating', /incubat|sandbox/i],
  ['forming', /forming|proposed|new|starting|draft/i],
  ['archived', /archiv|inactive|retired|closed|completed|concluded|disbanded|graduated out/i],
  ['maintenance', /maintenance/i],
  ['paused', /paused|hiatus|on hold|dormant/i],
  ['active', /active|graduated|running/i],
] as const

/** Returns the phase that words name. */
export function phaseIn(text: string): string | undefined {
  return phases.find(([, word]) => word.test(text))?.[0]
}

function readStatus(fact: Fact, group: Group, {out}: Context): void {
  const phase = phaseIn(fact.text)
  out.understood(fact.text)
  if (phase === undefined) {
    out.leftover(fact.line, fact.text, `This is no phase of a group (${group.title}).`)
  } else out.add('workingGroup', group.title, {phase}, fact.line)
  for (const {url} of fact.links) {
    out.leftover(fact.line, url, 'A phase has no link.')
  }
}

/** "Full WG" and "WG - APAC TZ" are meetings of the group of the page. "Pears SIG" is a group of its own. */
function isMeetingOf(title: string, group: Group): boolean {
  if (
    /^(?:full|main|whole|all|general|weekly|monthly|regular|bi-?weekly)\b|\bmeeting\b|\bcall\b/i.test(
      title,
    )
  )
    return true
  return /^(?:the )?(?:wg|sig|group|committee)\b/i.test(title) || title.startsWith(group.title)
}

function ownParagraph(section: Section): {block: Block; fact: Fact} | undefined {
  return section.blocks
    .flatMap((block) => (block.type === 'paragraph' ? [{block, fact: factOf(block)}] : []))
    .find(({fact}) => hasRhythm(fact.text))
}
