import type {List, ListItem} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {cleanLink} from '../cleanLink.ts'
import {reference, slug, type Collector} from '../collector.ts'
import {slugOf} from '../../plan/documentId.ts'
import {linksIn} from '../linksIn.ts'
import {addPerson, appearance, readNames} from '../people.ts'
import {plain} from '../plain.ts'
import type {Block} from '../readPage.ts'
import {readSchedule} from '../readSchedule.ts'
import {addSeries} from '../series.ts'
import type {Context, Reader} from './reader.ts'
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
  const heading = [section.title, ...section.parents.toReversed()].map(dayOfHeading).find(Boolean)
  const dated = section.blocks.find((block) => /\bDate:/i.test(textIn(block)))
  if (heading === undefined || dated === undefined) return section.blocks
  return readSession(section.blocks, {...context, day: heading, title: plain(section.title)})
}

interface SessionContext extends Context {
  day: string
  title: string
}

function readSession(blocks: Block[], context: SessionContext): Block[] {
  const {out, day} = context
  const lines = blocks.flatMap(itemsOf)
  const dateLine = lines.find((line) => /\bDate:/i.test(line.text))
  const schedule = dateLine && readSchedule(dateLine.text, dateLine.line, context)
  if (!dateLine || !schedule) return blocks
  const guests = lines.find((line) => /\bGuests?:/i.test(line.text))
  const people = readNames(guests?.text.replace(/^.*?Guests?:/i, '') ?? '').map((person) =>
    addPerson(person.name, person.organization, out),
  )
  for (const fact of [dateLine, guests]) {
    if (!fact || (fact.links.length === 0 && !/[!*?]|\bnote\b|\bmoved\b/i.test(fact.text))) continue
    const urls = fact.links.map((link) => link.url).join(' ')
    out.unmapped(
      fact.line,
      `${fact.text} ${urls}`.trim(),
      'Only part of this line was imported. Copy the rest by hand.',
    )
  }
  const call = lines.find((line) => /\bLink to the call:/i.test(line.text))
  if (call) {
    const links = call.links.map((link) => link.url).join(' ')
    const reason = 'This link opens a calendar, not the call. Enter the join link of the session.'
    out.unmapped(call.line, `${plain(call.text)} ${links}`, reason)
  }
  const agendaLink = lines.flatMap(({links, line}) =>
    links.filter(({text}) => /^agenda$/i.test(text)).map(({url}) => ({url, line})),
  )[0]
  const agenda = agendaLink && cleanLink(agendaLink.url, agendaLink.line, out)
  const points = blocks.filter((block) => block.type === 'list' && !isFacts(block))
  const title = /^Next /i.test(context.title) ? `${day} touchpoint` : context.title
  const series = `${day} touchpoints`
  const date = schedule.start.slice(0, 10)
  out.add('touchpoint', out.uniqueName('touchpoint', date), {
    title,
    slug: slug(`${date} ${title}`),
    series: reference(
      addSeries({title: series, meets: 'scheduled', minutes: schedule.minutes}, out),
    ),
    schedule,
    status: 'confirmed',
    audience: 'everyone',
    guests: people.length > 0 ? people.map(({id}) => appearance(id, 'guest')) : undefined,
    agenda: points.length > 0 ? points.flatMap(itemsOf).map((line) => point(line, out)) : undefined,
    links: agenda === undefined ? undefined : {_type: 'meetingLinks', agenda},
  })
  return blocks.filter((block) => !isRead(block, agendaLink?.url) && !points.includes(block))
}

interface Line {
  text: string
  line: number
  links: {text: string; url: string}[]
}

function itemsOf(block: Block): Line[] {
  if (block.type === 'shortcode') return []
  const nodes: (ListItem | Exclude<Block, {type: 'shortcode'}>)[] =
    block.type === 'list' ? block.children : [block]
  return nodes.map((node) => ({
    text: toString(node).trim(),
    line: node.position?.start.line ?? 1,
    links: linksIn(node),
  }))
}

const known = /\b(?:Date|Guests?|Link to the call):/i

/** Returns whether a list contains the facts of a session, not its agenda. */
function isFacts(list: List): boolean {
  return list.children.some((item) => known.test(toString(item)))
}

function isRead(block: Block, agenda: string | undefined): boolean {
  const lines = itemsOf(block)
  return (
    lines.length > 0 &&
    lines.every(
      ({text, links}) =>
        known.test(text) ||
        (links.length === 1 && links[0]?.url === agenda && plain(text) === links[0]?.text),
    )
  )
}

function point({text, line, links}: Line, out: Collector) {
  links.forEach(({url}) => out.unmapped(line, url, 'An agenda item has no field for a link.'))
  const title = plain(text)
  const kind = /^Q&A/i.test(title)
    ? 'questions'
    : /^updates?\b/i.test(title)
      ? 'updates'
      : /\b(?:open|forum)\b/i.test(title)
        ? 'forum'
        : 'discussion'
  return {_type: 'agendaItem', _key: slugOf(title), title, kind}
}
