import type {Table} from 'mdast'

import {zoneIn} from '../clockTimes.ts'
import {type Fact, factOf} from '../fact.ts'
import {addSession, type SessionFacts} from '../sessions/addSession.ts'
import {sessionField} from '../sessions/sessionFields.ts'
import type {Section} from '../readPage.ts'
import {seriesIn} from '../sessions/seriesIn.ts'
import {readDate} from '../writtenDate.ts'
import type {Context, Reader} from './reader.ts'

/** Reads a table of sessions into touchpoints, guests and recordings: a row for each, or a column for each. */
export const readSessionTables: Reader = (section, context) =>
  section.blocks.filter((block) => block.type !== 'table' || !readTable(block, section, context))

function readTable(table: Table, section: Section, context: Context): boolean {
  const grid = table.children.map((row) => row.children.map(factOf))
  const rows = isAgenda(columnsOf(grid[0])) ? grid : transposed(grid, context.year)
  const [header, ...sessions] = rows ?? []
  if (!header) return false
  const names = header.map(({text}) => text)
  const zone = zoneIn(names.join(' ')) ?? zoneIn(section.title)
  const year = /\b(20\d\d)\b/.exec(section.title)?.[1] ?? context.year
  for (const cells of sessions) {
    if (cells.every(({text}) => text === '')) continue
    readSession(cells, names, section, {...context, year, ...(zone && {tableZone: zone})})
  }
  for (const name of names) context.out.understood(name)
  return true
}

function columnsOf(cells: readonly Fact[] | undefined) {
  return (cells ?? []).map(({text}) => sessionField(text))
}

/** A date and a topic are an agenda. A table of groups has their meeting times, and no date. */
function isAgenda(columns: readonly (string | undefined)[]): boolean {
  const has = (field: string) => columns.includes(field)
  return has('date') && (has('topic') || has('guests'))
}

/** Returns the rows of a table that has its fields as rows, or undefined for any other table. */
function transposed(grid: readonly Fact[][], year: string): Fact[][] | undefined {
  const labels = grid.map(([first]) => first)
  const [corner, ...dates] = grid[0] ?? []
  // An empty corner beside dates is the label of these.
  const isDated = dates.length > 0 && dates.every(({text}) => readDate(text, year) !== undefined)
  if (corner?.text === '' && isDated) {
    const [first = [], ...rest] = grid
    return transposed([[{...corner, text: 'Date'}, ...first.slice(1)], ...rest], year)
  }
  if (!isAgenda(columnsOf(labels.flatMap((each) => each ?? [])))) return undefined
  const width = grid.reduce((most, {length}) => Math.max(most, length), 0)
  const empty: Fact = {text: '', links: [], line: grid[0]?.[0]?.line ?? 1}
  return Array.from({length: width}, (_, column) => grid.map((row) => row[column] ?? empty))
}

interface TableContext extends Context {
  tableZone?: ReturnType<typeof zoneIn>
}

function readSession(
  cells: readonly Fact[],
  names: readonly string[],
  section: Section,
  context: TableContext,
): void {
  const {out, tableZone} = context
  const facts: SessionFacts = {}
  const others: {name: string; fact: Fact}[] = []
  cells.forEach((fact, index) => {
    const name = names[index] ?? ''
    const field = sessionField(name)
    if (field && !facts[field]) facts[field] = fact
    else if (fact.text !== '' || fact.links.length > 0) others.push({name, fact})
  })
  const line = facts.date?.line ?? cells[0]?.line ?? section.line
  const series = seriesIn([section.title, ...section.parents.toReversed()])
  const id = addSession(
    facts,
    {
      line,
      about: context.about(section),
      ...(tableZone && {zone: tableZone}),
      ...(series !== undefined && {series}),
      ...(context.own && {own: context.own}),
    },
    context,
  )
  if (id === undefined) {
    const text = cells
      .map((cell) => [cell.text, ...cell.links.map(({url}) => url)].join(' '))
      .join(' | ')
    out.leftover(line, text, 'The date of this session is not valid.')
    return
  }
  for (const {name, fact} of others) {
    const text = [fact.text, ...fact.links.map(({url}) => url)].filter(Boolean).join(' ')
    out.leftover(fact.line, text, `A touchpoint has no field for the column "${name}".`)
  }
  if (/\(/.test(facts.weekday?.text ?? '')) {
    const reason = 'A touchpoint does not store its weekday. The page derives it from the date.'
    out.leftover(line, facts.weekday?.text ?? '', reason)
  }
}
