import type {ListItem} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {factOf} from '../fact.ts'
import {addGroup, addGroupLinks, addRole, groupName, isLinkLabel, isRoleLabel} from '../groups.ts'
import {isChannelLabel} from '../channels.ts'
import {plain} from '../plain.ts'
import type {Block, Section} from '../readPage.ts'
import {isGenericHeading} from './groupOf.ts'
import {phaseIn} from './groupTables.ts'
import type {Context, Reader} from './reader.ts'

const heading = /\b(?:groups|sigs|committees|chapters|projects|teams|initiatives)\b/i

/** Reads "* [**Bridges**](…): They measure bridges. Co-Chairs: Ada and Grace." below "Working Groups" into groups. */
export const readGroupLists: Reader = (section, context) => {
  const titles = [section.title, ...section.parents]
  if (!titles.some((title) => heading.test(title))) return section.blocks
  const [category] = /^(?:\d+\.\s*)?(.+)$/.exec(plain(section.title))?.slice(1) ?? []
  let count = 0
  const rest = section.blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const others = block.children.filter((item) => !readGroup(item, section, context))
    count += block.children.length - others.length
    return others.length === 0 ? [] : [{...block, children: others}]
  })
  if (
    count > 0 &&
    category &&
    !/^(?:active |inactive |our |all )?(?:working )?(?:groups|sigs|committees|chapters|projects|teams|initiatives)$/i.test(
      category,
    )
  ) {
    const reason = 'A group has no field for its category.'
    context.out.leftover(section.line, category, reason)
  }
  return rest
}

function readGroup(item: ListItem, section: Section, context: Context): boolean {
  const {out} = context
  const [first] = item.children
  if (first?.type !== 'paragraph' || item.children.length !== 1) return false
  const [start] = first.children
  const name = start && (isBold(start) || isBoldLink(start)) ? toString(start).trim() : ''
  if (!start || name === '' || name.length > 80 || /[:.]$/.test(name)) return false
  const fact = factOf(first)
  const rest = fact.text.slice(fact.text.indexOf(name) + name.length).replace(/^[\s:.–—-]+/, '')
  if (start.type === 'strong' && isFactLabel(name)) return false
  const {text, roles} = rolesIn(rest)
  const titles = [section.title, ...section.parents.toReversed()]
  const [phase] = titles.flatMap((title) => phaseIn(title) ?? [])
  const group = addGroup(
    plain(name),
    {kind: groupName(name).kind ?? kindIn(titles), phase: phase ?? 'active', description: text},
    fact.line,
    out,
  )
  // The name of a group says nothing of where its link leads.
  const links = fact.links.map((link) => (link.text === name ? {...link, text: ''} : link))
  addGroupLinks(group, '', {...fact, links}, out)
  for (const {label, names} of roles) {
    const links = fact.links.filter(({text: link}) => names.includes(link))
    addRole(group, label, {text: names, links, line: fact.line}, out)
  }
  out.understood(fact.text.slice(0, name.length + 2))
  return true
}

/** "**Mission**: …" is a fact of a group, and "**Chair**: …" one of its people. */
function isFactLabel(name: string): boolean {
  return (
    isGenericHeading(name) ||
    isRoleLabel(name) ||
    isChannelLabel(name) ||
    isLinkLabel(name) ||
    /^where$/i.test(name)
  )
}

function isBold({type}: {type: string}): boolean {
  return type === 'strong'
}

function isBoldLink(node: {type: string; children?: readonly {type: string}[]}): boolean {
  return node.type === 'link' && node.children?.length === 1 && node.children[0]?.type === 'strong'
}

function kindIn(titles: readonly string[]): string | undefined {
  const [word] = titles.flatMap(
    (title) =>
      /\b(working group|special interest group|committee|chapter|team)s?\b/i.exec(title)?.[1] ?? [],
  )
  return word?.toLowerCase()
}

/** Takes "Co-Chairs: Ada and Grace" out of the description of a group. */
function rolesIn(text: string) {
  const roles: {label: string; names: string}[] = []
  const rest = text.replaceAll(
    /(?:^|(?<=[.;]\s))((?:Co-?|Vice[- ]?|Tech(?:nical)? )?[A-Z][a-z-]{2,14}s?):\s*([^:;]+?)(?:\.(?=\s|$)|;|$)/g,
    (matched, label: string, names: string) => {
      if (!isRoleLabel(label)) return matched
      roles.push({label, names: names.trim()})
      return ''
    },
  )
  return {text: rest.replaceAll(/\s+/g, ' ').trim(), roles}
}
