import {youtubeLink} from '@touchpoints/schemas/rules'
import {line as oneLine} from '@touchpoints/schemas/scalars'
import type {TableCell, TableRow} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {cleanLink} from '../cleanLink.ts'
import {reference, slug} from '../collector.ts'
import {linksIn} from '../linksIn.ts'
import {addPerson, appearance, readGuestCell} from '../people.ts'
import {plain} from '../plain.ts'
import {readSchedule} from '../readSchedule.ts'
import {addSlotSeries, regionsIn} from '../series.ts'
import type {Context, Reader} from './reader.ts'

/** The columns of an agenda. A word in the header identifies each, and the first match wins. */
const columns = [
  ['weekday', /weekday/i],
  ['date', /date/i],
  ['slot', /slot|region/i],
  ['time', /time/i],
  ['guests', /guest|speaker/i],
  ['topic', /topic/i],
  ['tag', /tag/i],
  ['recording', /recording/i],
] as const

type Column = (typeof columns)[number][0]
type Cells = Partial<Record<Column, TableCell>>

/** Reads a table of sessions with dates, times and topics into touchpoints, guests and recordings. */
export const readAgendaTable: Reader = ({title, blocks}, context) =>
  blocks.filter((block) => {
    if (block.type !== 'table') return true
    const [header, ...rows] = block.children
    const names = header?.children.map((cell) => toString(cell)) ?? []
    const known = names.map(columnOf)
    if (!known.includes('date') || !known.includes('time') || !known.includes('topic')) return true
    const zone = /\b(GMT|UTC|CES?T)\b/.exec(`${names.join(' ')} ${title}`)?.[1] ?? 'UTC'
    const year = /\b(20\d\d)\b/.exec(title)?.[1] ?? context.year
    for (const row of rows) readRow(row, cellsOf(row, names, context), zone, {...context, year})
    return false
  })

function columnOf(header: string): Column | undefined {
  return columns.find(([, word]) => word.test(header))?.[0]
}

/** Returns the cells of a row by column. Reports cells of other columns as unmapped. */
function cellsOf(row: TableRow, names: string[], {out}: Context): Cells {
  const cells: Cells = {}
  row.children.forEach((cell, index) => {
    const name = names[index] ?? ''
    const column = columnOf(name)
    if (column && !cells[column]) cells[column] = cell
    else if (toString(cell).trim() !== '') {
      const at = cell.position?.start.line ?? 1
      out.unmapped(at, out.source(cell), `A touchpoint has no field for the column "${name}".`)
    }
  })
  return cells
}

const placeholder = /^(?:tba|tbd|-|speaker, organization)?$/i

function readRow(row: TableRow, cells: Cells, zone: string, context: Context): void {
  const {out} = context
  const at = row.position?.start.line ?? 1
  const text = (column: Column) => toString(cells[column] ?? {}).trim()
  const schedule = readSchedule(
    `${text('weekday')} ${text('date')} at ${text('time')}`,
    at,
    context,
    zone,
  )
  if (!schedule) {
    out.unmapped(at, out.source(row), 'The date or time of this row is not valid.')
    return
  }
  if (/\(/.test(text('weekday'))) {
    out.unmapped(
      at,
      text('weekday'),
      'A touchpoint does not store its weekday. The page derives it from the date.',
    )
  }
  const date = schedule.start.slice(0, 10)
  const name = out.uniqueName('touchpoint', date)
  const topic = plain(text('topic'))
  const announced = !placeholder.test(topic)
  const title = announced && oneLine.safeParse(topic).success ? topic : `To be announced: ${date}`
  if (announced && title !== topic) out.unmapped(at, topic, 'This topic is too long for a title.')
  const people = placeholder.test(text('guests')) ? [] : readGuestCell(text('guests'))
  for (const {name, uncertain} of people) {
    if (uncertain) out.finding(at, `"${name}" was read as a person. It could be an organization.`)
  }
  const regions = regionsIn(text('slot'))
  if (hasOtherWords(text('slot'), regions)) {
    out.unmapped(at, text('slot'), 'Only regions such as EMEA were imported from this cell.')
  }
  const policy = policyOf(text('recording'))
  const agenda = linksIn(cells.topic ?? row).flatMap(
    (link) => cleanLink(link.url, at, out) ?? [],
  )[0]
  const id = out.add('touchpoint', name, {
    title,
    slug: slug(`${date} ${title}`),
    series: reference(addSlotSeries(regions, out)),
    schedule,
    status: date < context.asOf && announced ? 'held' : 'planned',
    audience: 'everyone',
    guests:
      people.length > 0
        ? people.map((each) => appearance(addPerson(each.name, each.organization, out).id, 'guest'))
        : undefined,
    topics: placeholder.test(text('tag')) ? undefined : [text('tag').replaceAll('`', '')],
    links: cells.topic && agenda ? {_type: 'meetingLinks', agenda} : undefined,
    chathamHouseRule: policy.chatham ? true : undefined,
    recordingPolicy: policy.none ? 'notRecorded' : undefined,
  })
  if (announced) readRecording(cells.recording, {id, name, date, title, at}, context)
}

function hasOtherWords(slot: string, regions: readonly string[]): boolean {
  const words = slot.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word !== 'and')
  return !placeholder.test(slot) && words.some((word) => !regions.includes(word.toUpperCase()))
}

function policyOf(text: string): {none: boolean; chatham: boolean} {
  return {none: /^none\b|no recording/i.test(text), chatham: /chatham house/i.test(text)}
}

interface Session {
  id: string
  /** Name of its documents, unique for each type. */
  name: string
  date: string
  title: string
  at: number
}

function readRecording(cell: TableCell | undefined, session: Session, {out, asOf}: Context): void {
  const text = plain(toString(cell ?? {}))
  const {id, name, date, title, at} = session
  const link = (cell ? linksIn(cell)[0]?.url : undefined) ?? (youtubeLink(text) ? text : undefined)
  const media = link && youtubeLink(link)
  const fields = {
    title,
    slug: slug(`${date} ${title}`),
    date,
    touchpoint: reference(id),
    season: `Touchpoints ${date.slice(0, 4)}`,
  }
  if (link && media) {
    cleanLink(link, at, out)
    const place = {_type: 'recordingMedia', ...media}
    out.add('recording', name, {...fields, availability: 'published', media: place})
  } else if (policyOf(text).none) {
    const reason = text.replace(/^(?:none|no recording)\W*/i, '').trim()
    out.add('recording', name, {
      ...fields,
      availability: 'notRecorded',
      notRecordedReason: reason || 'No reason given',
    })
  } else if (/process|cooking/i.test(text)) {
    out.add('recording', name, {...fields, availability: 'processing'})
  } else if (!placeholder.test(text) && date < asOf) {
    out.unmapped(at, text, 'This contains no link to a recording.')
  }
}
