import {line as lineFormat} from '@touchpoints/schemas/scalars'
import type {ListItem} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {cleanLink} from '../cleanLink.ts'
import {type Collector, reference, slug} from '../collector.ts'
import {groupLink, groupRole, slackChannel} from '../groupParts.ts'
import {linksIn, type PageLink} from '../linksIn.ts'
import {addOrganization, addPerson, readPeople} from '../people.ts'
import {plain} from '../plain.ts'
import type {Block} from '../readPage.ts'
import type {Reader} from './reader.ts'

/** Reads a heading with a list of goals, notes, channels, repository and moderators into a group. */
export const readWorkingGroup: Reader = ({title, line, blocks}, {out}) => {
  const list = blocks.find((block) => block.type === 'list' && isGroup(block))
  if (list?.type !== 'list') return blocks
  const [name = title, ...notes] = plain(title).split(/\s+[-–]\s+/)
  const lead = /^lead by (.+)$/i
  const leader = notes.map((note) => lead.exec(note)?.[1]).find(Boolean)
  const phase = notes.some((note) => /maintenance/i.test(note)) ? 'maintenance' : 'active'
  for (const note of notes.filter(
    (each) => !lead.test(each) && !/^maintenance( phase)?$/i.test(each),
  )) {
    out.leftover(line, note, 'A working group has no field for this part of its title.')
  }
  const fields: Fields = {title: name, slug: slug(name), phase}
  if (leader) fields['lead'] = reference(addOrganization(leader, line, out))
  const read = list.children.map((item) => ({item, read: readItem(item, fields, out)}))
  out.add('workingGroup', name, fields, line)
  for (const {item, read: isRead} of read) if (isRead) out.understood(labelOf(toString(item)))
  const rest = read.filter((each) => !each.read).map((each) => each.item)
  return blocks.flatMap((block): Block[] => {
    if (block !== list) return [block]
    return rest.length === 0 ? [] : [{...list, children: rest}]
  })
}

type Fields = Record<string, unknown>

/** Returns the words of an item that only say what it is. */
function labelOf(text: string): string {
  return /^[^:]{1,40}:/.exec(text)?.[0] ?? text
}

const labels =
  /strategic goals?:|meeting notes|communication channels?:|working repo|moderated by:/i

function isGroup(list: {children: ListItem[]}): boolean {
  return list.children.filter((item) => labels.test(toString(item))).length >= 2
}

/** Reads one item of the list. Returns false when it does not match a field. */
function readItem(item: ListItem, fields: Fields, out: Collector): boolean {
  const text = toString(item).trim()
  const at = item.position?.start.line ?? 1
  const [link, ...more] = linksIn(item)
  const url = (of: PageLink | undefined) => (of ? cleanLink(of.url, at, out) : undefined)
  // A goal or a name cannot hold a nested list or a link.
  if (item.children.length > 1) return false
  const goals = link ? undefined : /^strategic goals?:\s*(.+)$/is.exec(text)?.[1]
  if (goals) return readGoals(goals, fields)
  const moderators = link ? undefined : /^moderated by:\s*(.+)$/is.exec(text)?.[1]
  if (moderators) {
    const people = readPeople(moderators).map((each) => addPerson(each, at, out))
    fields['roles'] = people.map((id) => groupRole('Moderator', id))
    return true
  }
  if (/^communication channels?:/i.test(text))
    return readChannels(text, linksIn(item), at, fields, out)
  if (link === undefined || more.length > 0 || link.text !== text) return false
  const kind = /notes/i.test(text) ? 'notes' : /repo/i.test(text) ? 'repository' : undefined
  if (kind === undefined) return false
  const clean = url(link)
  if (!clean) return true
  const title = kind === 'repository' ? repositoryName(clean) : undefined
  addLink(groupLink(kind, clean, title), fields)
  return true
}

/** Adds a link. A second one of the same kind has a number in its key, which is unique in a list. */
function addLink(link: ReturnType<typeof groupLink>, fields: Fields): void {
  const links = Array.isArray(fields['links']) ? fields['links'] : []
  const same = links.filter((each: object) => Reflect.get(each, 'kind') === link.kind).length
  const _key = same === 0 ? link._key : `${link._key}-${same + 1}`
  fields['links'] = [...links, {...link, _key}]
}

function readGoals(text: string, fields: Fields): boolean {
  const goals = text
    .split(';')
    .map((goal) => goal.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
  if (goals.every((goal) => lineFormat.safeParse(goal).success)) fields['goals'] = goals
  else fields['description'] = text
  return true
}

function readChannels(text: string, links: PageLink[], at: number, fields: Fields, out: Collector) {
  const slack = [...text.matchAll(/(?:(\w+) Slack\s+)?(#[a-z0-9][\w-]*)/gi)].map(
    ([, workspace, channel = ''], index) => slackChannel(channel, workspace, index),
  )
  const others = links.flatMap((link, index) => {
    const url = cleanLink(link.url, at, out)
    const kind = /mail/i.test(link.text) ? 'mailingList' : 'other'
    return url ? [{_type: 'channel', _key: `${kind}-${index}`, kind, title: link.text, url}] : []
  })
  fields['channels'] = [...others, ...slack]
  if (hasOtherText(text, links))
    out.leftover(at, text, 'Only the names and links of channels were imported.')
  return true
}

function hasOtherText(text: string, links: PageLink[]): boolean {
  const rest = links.reduce((left, link) => left.replace(link.text, ''), text)
  const expected = /communication channels?|(?:\w+ slack\s+)?#[\w-]+|\bchannels?\b|\band\b/gi
  return /\w/.test(rest.replaceAll(expected, ''))
}

/** Returns "owner/name" of a repository, else its host. */
function repositoryName(url: string): string {
  const {hostname, pathname} = new URL(url)
  const [owner, name] = pathname.split('/').filter(Boolean)
  return owner && name ? `${owner}/${name}` : hostname
}
