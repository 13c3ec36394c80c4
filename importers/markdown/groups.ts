import {textOf} from '@touchpoints/schemas/reading'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {slugOf} from '../plan/documentId.ts'
import {cleanLink} from './cleanLink.ts'
import {type Collector, reference, slug} from './collector.ts'
import type {Fact} from './fact.ts'
import {isPlaceholder} from './fact.ts'
import {groupRole} from './groupParts.ts'
import type {PageLink} from './linksIn.ts'
import {addPerson, addPersonLinks, readPeople, type WrittenPerson} from './people.ts'
import {withoutTitles} from './withoutTitles.ts'

export interface Group {
  id: string
  title: string
}

const kindWords =
  /\b(working group|special interest group|interest group|sig|wg|committee|council|task ?force|team|chapter|project|program|subproject)s?$/i
const kindNames: Readonly<Record<string, string>> = {
  wg: 'working group',
  sig: 'SIG',
  'task force': 'task force',
}

/**
 * Splits the name of a group from its kind.
 *
 * @example groupName('Orchard Working Group') // {name: 'Orchard', kind: 'working group'}
 */
export function groupName(title: string): {name: string; kind?: string} {
  const [, word] = kindWords.exec(title) ?? []
  // "Working Groups" names no group.
  if (word === undefined || /s$/i.test(title.slice(title.lastIndexOf(word)))) return {name: title}
  const name = title
    .slice(0, -word.length)
    .replace(/[\s:–-]+$/, '')
    .trim()
  const kind = kindNames[word.toLowerCase()] ?? word.toLowerCase()
  return name === '' ? {name: title, kind} : {name, kind}
}

/** Finds a group of the page by its name, with or without the word for its kind. */
export function groupNamed(title: string, out: Collector): Group | undefined {
  const key = keyOf(title)
  const match = out.ofType('workingGroup').find((each) => keyOf(titleOf(each)) === key)
  return match && {id: match._id, title: titleOf(match)}
}

function keyOf(title: string): string {
  return slugOf(groupName(title.trim()).name)
}

function titleOf(document: StoredDocument): string {
  return textOf(document['title']) ?? ''
}

interface GroupFields {
  kind?: string | undefined
  phase?: string | undefined
  parent?: Group | undefined
  description?: string | undefined
}

/** Adds a group, or returns the one of the page that has this name. */
export function addGroup(title: string, fields: GroupFields, line: number, out: Collector): Group {
  const known = groupNamed(title, out)
  const name = known?.title ?? title
  const {kind, phase, parent, description} = fields
  const id = out.add(
    'workingGroup',
    name,
    {
      title: name,
      slug: slug(name),
      kind,
      phase,
      parent: parent && parent.id !== known?.id ? reference(parent.id) : undefined,
      description: description || undefined,
    },
    line,
  )
  return {id, title: name}
}

/** Adds people with a role to a group. Links on their names are theirs. */
export function addRole(
  group: Group,
  role: string,
  {text: written, links: writtenLinks, line}: Fact,
  out: Collector,
  term: {from?: string; to?: string; note?: string} = {},
): void {
  out.understood(role)
  const text = withoutTitles(written)
  const links = writtenLinks.map((link) => ({...link, text: withoutTitles(link.text)}))
  if (isPlaceholder(text)) {
    out.leftover(
      line,
      `${role}: ${text}`.trim(),
      `No person has this role of ${group.title} now. A role needs a person.`,
    )
    return
  }
  const people = links.length > 0 ? peopleOf(text, links) : readPeople(text).map(withoutLinks)
  if (!people.every(({person}) => isName(person.name))) {
    out.leftover(line, `${role}: ${text}`, 'These words are no names of people.')
    return
  }
  for (const {person, own} of people) {
    const id = addPerson(person, line, out)
    addPersonLinks(id, own, line, out)
    out.append(group.id, 'roles', [{...groupRole(singular(role), id), ...term}], line)
  }
}

/** A name starts with a capital or a letter of a script without them, and has few words. */
function isName(text: string): boolean {
  return /^(?!\p{Ll})[\p{L}\p{N}.'’ -]{2,60}$/u.test(text) && text.split(' ').length <= 6
}

function withoutLinks(person: WrittenPerson) {
  return {person, own: []}
}

/** "[Person 1, Example Works](…) and [Person 2](…)": each link is a person. Words between them may name more. */
function peopleOf(text: string, links: readonly PageLink[]) {
  const linked = links.flatMap((link) => {
    const after = text.slice(text.indexOf(link.text) + link.text.length)
    const company = /^\s*(?:\(([^)]+)\)|,\s*(?!and\b)([^,;[\]]+?)(?=$|[,;]))/.exec(after)
    const people = readPeople(link.text)
    return people.map((person, index) => {
      const organization =
        person.organization ??
        (links.length === 1 ? (company?.[1] ?? company?.[2])?.trim() : company?.[1])
      return {
        person: organization === undefined ? person : {...person, organization},
        own: index === 0 ? [link] : [],
      }
    })
  })
  const rest = links.reduce((left, link) => left.replace(link.text, ''), text)
  const names = linked.flatMap(({person}) => person.organization ?? [])
  const others = readPeople(names.reduce((left, name) => left.replace(name, ''), rest))
    .filter(({name}) => /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}?[\p{L}\p{N}.'’-]+){1,3}$/u.test(name))
    .map(withoutLinks)
  return [...linked, ...others]
}

function singular(role: string): string {
  const plain = role.replaceAll(/[*_]/g, '').trim()
  return plain.replace(
    /(chair|lead|moderator|member|maintainer|facilitator|organizer|contact|person)s$/i,
    '$1',
  )
}

const linkKinds = [
  ['charter', /charter|mission statement/i],
  ['governance', /governance|process/i],
  ['notes', /notes|minutes|meeting (?:notes|minutes)|archive/i],
  ['agenda', /agenda/i],
  ['recordings', /recordings?|videos?|youtube|playlist/i],
  ['roadmap', /roadmap/i],
  ['board', /\bboard\b|kanban/i],
  ['issues', /issues/i],
  ['repository', /repo|git|github|source|code/i],
  ['calendar', /calendar|invite/i],
  ['documentation', /docs|documentation|guide|handbook/i],
  ['website', /web ?site|home ?page|\bsite\b/i],
] as const

/** Adds links of a group, each with the kind that its label names. */
export function addGroupLinks(
  group: Group,
  label: string,
  {links, line}: Pick<Fact, 'links' | 'line'>,
  out: Collector,
): void {
  out.understood(label)
  const items = links.flatMap(({text, url}) => {
    if (url.trim() === '') return []
    const clean = cleanLink(url, line, out)
    if (clean === undefined) return []
    const kind =
      linkKinds.find(([, word]) => word.test(label))?.[0] ??
      linkKinds.find(([, word]) => word.test(text))?.[0] ??
      (/^https:\/\/(?:notes\.|docs\.google\.com\/document|hackmd\.io|etherpad\.)/.test(clean)
        ? 'notes'
        : undefined) ??
      (/^https:\/\/(?:github|gitlab|codeberg)\.(?:com|org)\/[^/]+\/[^/]+\/?$/.test(clean)
        ? 'repository'
        : 'other')
    const isGeneric = text === '' || text === url || text.length > 120
    return [
      {_type: 'typedLink', _key: kind, kind, ...(!isGeneric && {title: text.trim()}), url: clean},
    ]
  })
  out.append(group.id, 'links', items, line)
}

/** Whether a label is about links of a group. */
export function isLinkLabel(label: string): boolean {
  return linkKinds.some(([, word]) => word.test(label))
}

const roles =
  'chair(?:person|man|woman)?|lead(?:er)?|moderator|facilitator|maintainer|organi[sz]er|liaison|secretary|contact|member|steward|warden|coordinator|owner|sponsor|emeritus|representative|editor'
const roleLabel = new RegExp(
  String.raw`^(?:[\p{L}-]+ ){0,2}(?:[\p{L}]+-)?(?:${roles})(?:s|ies)?(?:\s+emerit\w+)?$`,
  'iu',
)

/** Whether a label is a role of people. */
export function isRoleLabel(label: string): boolean {
  return roleLabel.test(label.replaceAll(/[*_]/g, '').trim())
}
