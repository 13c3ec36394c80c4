import type {ListItem} from 'mdast'

import {type Fact, factOf, isPlaceholder, labelled} from '../fact.ts'
import {
  addGroup,
  addGroupLinks,
  addRole,
  type Group,
  groupName,
  groupNamed,
  isLinkLabel,
  isRoleLabel,
} from '../groups.ts'
import {addChannels, isChannelLabel} from '../channels.ts'
import {cleanLink} from '../cleanLink.ts'
import {addMeeting} from '../meeting.ts'
import {bareLinks} from '../linksIn.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {hasRhythm} from '../rhythm.ts'
import {addSeries} from '../series.ts'
import {groupOf, isGenericHeading} from './groupOf.ts'
import type {Context, Reader} from './reader.ts'
import {valueOf} from './roleLists.ts'

type Kind = 'meeting' | 'where' | 'mission' | 'role' | 'channel' | 'link' | 'call'

function kindOf({label, value, links}: LabelledFact): Kind | undefined {
  if (/^(?:meeting times?|meetings?|meets|when|schedule|cadence|time)$/i.test(label))
    return 'meeting'
  if (/^(?:where|zoom|join|call link|meeting link|location|room)$/i.test(label)) return 'where'
  if (/^(?:mission|purpose|description|scope|about|goals?|objectives?)$/i.test(label))
    return 'mission'
  if (/\b(?:call|sync)\b/i.test(label) && links.length > 0) return 'call'
  if (isRoleLabel(label)) return 'role'
  if (isChannelLabel(label)) return 'channel'
  if (isLinkLabel(label) && links.length + (value.includes('://') ? 1 : 0) > 0) return 'link'
  return undefined
}

interface LabelledFact extends Fact {
  label: string
  value: string
}

/** Reads a list of facts about one group: "**Mission**: …", "**Meeting Times**: …", "**Slack**: …". */
export const readGroupFacts: Reader = (section, context) => {
  const facts = new Map<ListItem, {fact: LabelledFact; kind: Kind}>()
  const items = section.blocks.flatMap((block) => (block.type === 'list' ? block.children : []))
  for (const item of items) {
    const fact = factOf(item)
    const written = labelled(fact.text)
    const kind = written && item.children.length === 1 ? kindOf({...fact, ...written}) : undefined
    if (written && kind) facts.set(item, {fact: {...fact, ...written}, kind})
  }
  // One such item is an item of any list.
  if (facts.size < 2) return section.blocks
  const group = ownerOf(
    section,
    [...facts.values()].map(({fact}) => fact),
    context,
  )
  if (!group) return section.blocks
  readFacts([...facts.values()], group, section, context)
  return section.blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => !facts.has(item))
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

function ownerOf(section: Section, facts: readonly Fact[], context: Context): Group | undefined {
  const {out} = context
  const title = plain(section.title)
  const named = groupNamed(title, out)
  if (named) return named
  // A list without a heading of its own is about the group with the same repository.
  const urls = new Set(facts.flatMap(({links}) => links.map(({url}) => url.replace(/\/$/, ''))))
  const shared = out.ofType('workingGroup').find((each) => {
    const links = each['links']
    return (
      Array.isArray(links) &&
      links.some((link) => urls.has(String(Reflect.get(Object(link), 'url')).replace(/\/$/, '')))
    )
  })
  if (shared) return {id: shared._id, title: String(shared['title'])}
  if (isGenericHeading(title) || section.depth < 2) return groupOf(section, context)
  const parent = context.group
  return addGroup(title, {kind: groupName(title).kind, parent}, section.line, out)
}

function readFacts(
  facts: readonly {fact: LabelledFact; kind: Kind}[],
  group: Group,
  section: Section,
  context: Context,
): void {
  const {out} = context
  const where = facts.find(({kind}) => kind === 'where')?.fact
  const room = where && (where.links[0]?.url ?? bareLinks(where.value)[0])
  const join = room && where ? cleanLink(room, where.line, out) : undefined
  if (where) noteRest(where, room, out.leftover, out.understood)
  for (const {fact, kind} of facts) {
    const value = valueOf(fact, fact.value)
    out.understood(fact.label)
    if (kind === 'meeting') {
      const about = [fact.text, ...context.about(section)]
      const id = addMeeting({title: group.title, words: value, group, about, join}, context)
      if (id === undefined && !isPlaceholder(fact.value))
        out.leftover(fact.line, fact.text, 'This rhythm is not understood.')
    } else if (kind === 'mission') {
      out.add('workingGroup', group.title, {description: fact.value || undefined}, fact.line)
      addGroupLinks(group, '', fact, out)
    } else if (kind === 'role') addRole(group, fact.label, value, out)
    else if (kind === 'channel') addChannels(group, fact.label, value, out)
    else if (kind === 'link') {
      const bare = bareLinks(fact.value)[0]
      const links =
        fact.links.length > 0 || bare === undefined ? fact.links : [{text: '', url: bare}]
      addGroupLinks(group, fact.label, {links, line: fact.line}, out)
    } else if (kind === 'call') readCall(fact, group, section, context)
  }
}

/** "**Bi-weekly call**: [Community Calendar](…)" names a call, and neither its day nor its hour. */
function readCall(fact: LabelledFact, group: Group, section: Section, context: Context): void {
  const {out} = context
  const title = fact.label
  if (hasRhythm(fact.value)) {
    const value = valueOf(fact, fact.value)
    const about = [fact.text, ...context.about(section)]
    if (addMeeting({title, words: value, group, about}, context) !== undefined) return
  }
  const id = addSeries({title, meets: 'standing'}, fact.line, out, group)
  context.audiences.set(id, context.about(section), fact.line)
  addGroupLinks(group, 'calendar', fact, out)
  if (hasRhythm(fact.value)) return
  out.ask(fact.line, {
    code: 'which-dates',
    message: `The page does not say on which day and at which hour "${group.title}" meets ("${title}"). Take the dates from a calendar, or enter the cadence.`,
    document: id,
  })
}

function noteRest(
  {value, line}: LabelledFact,
  room: string | undefined,
  leftover: Context['out']['leftover'],
  understood: Context['out']['understood'],
): void {
  const rest = value.replace(room ?? '', '').trim()
  if (rest !== '') leftover(line, rest, 'A room has no field for these words.')
  understood(value)
}
