import type {Table} from 'mdast'

import {reference} from '../collector.ts'
import {type Fact, factOf, isPlaceholder} from '../fact.ts'
import {addGroup, type Group} from '../groups.ts'
import {groupRole} from '../groupParts.ts'
import {addOrganization, addPerson, addPersonLinks} from '../people.ts'
import type {Section} from '../readPage.ts'
import {withoutTitles} from '../withoutTitles.ts'
import {groupOf} from './groupOf.ts'
import type {Context} from './reader.ts'
import {readTerm} from './term.ts'

const columns = [
  ['name', /^(?:name|member|person|people|who|maintainer|representative)s?$/i],
  ['role', /^(?:position|role|title|seat|responsibilit)/i],
  ['how', /elected|appointed/i],
  ['term', /\bterm\b|\bterms\b|\buntil\b|\bfrom\b/i],
  ['organization', /company|organi[sz]ation|affiliation|employer/i],
  ['github', /^git ?hub(?: (?:handle|id|user(?:name)?))?$|^handle$/i],
  ['mail', /^e-?mail/i],
] as const

type Column = (typeof columns)[number][0]

/** Reads a table of people with their positions and terms into roles of a group. */
export function readPeopleTable(table: Table, section: Section, context: Context): boolean {
  const [header, ...rows] = table.children.map((row) => row.children.map(factOf))
  const names = (header ?? []).map(({text}) => text.replaceAll(/[*_]/g, ''))
  const known = names.map((name) => columns.find(([, word]) => word.test(name))?.[0])
  const has = (column: Column) => known.includes(column)
  const [usual] = [section.title, ...section.parents.toReversed()].flatMap(
    (title) => roleOfHeading(title) ?? [],
  )
  const isAboutPeople = usual !== undefined && (has('organization') || has('github') || has('mail'))
  if (!has('name') || !(has('role') || has('how') || has('term') || isAboutPeople)) return false
  const {out} = context
  for (const name of names) out.understood(name)
  const [line] = header?.map((cell) => cell.line) ?? []
  const owner = ownerOf(section, context)
  const people = rows.flatMap((row) => {
    const cell = (column: Column) => row[known.indexOf(column)]
    row.forEach((fact, index) => {
      const isRead = known[index] !== undefined && known[index] !== 'mail'
      if (isRead || fact.text === '') return
      const mail = /@/.test(fact.text)
      const reason = mail
        ? 'A person has no public mail address.'
        : `A role has no field for the column "${names[index]}".`
      out.leftover(fact.line, fact.text, reason)
    })
    return readPerson(cell, usual ?? 'Member', context)
  })
  const roles = people.map(({item}) => item)
  if (owner.kind === 'group') {
    out.append(owner.group.id, 'roles', roles, line ?? section.line)
    if (owner.evidence !== undefined) {
      out.verify(line ?? section.line, {
        code: 'uncertain',
        message: owner.evidence,
        document: owner.group.id,
      })
    }
    return true
  }
  const group = owner.group
  // Without a group, no answer has the positions and the terms.
  if (!group) {
    for (const row of rows) {
      const text = row.map((fact) => fact.text).join(' | ')
      out.leftover(row[0]?.line ?? section.line, text, 'The group of this person is not known.')
    }
  }
  const existing = group ? out.get(group.id)?.['roles'] : undefined
  const all = [...(Array.isArray(existing) ? existing : []), ...roles]
  out.ask(line ?? section.line, {
    code: 'which-document',
    message: `The page does not say of which group these people are: ${people.map(({name}) => name).join(', ')}. Their roles were left out.`,
    ...(group && {document: group.id}),
    choices: group ? [{label: group.title, set: {roles: all}}] : [],
  })
  return true
}

type Owner =
  | {kind: 'group'; group: Group; evidence?: string}
  | {kind: 'open'; group?: Group | undefined}

/** A table below a heading about people, or in a page about the group alone, is about the group. */
function ownerOf(section: Section, context: Context): Owner {
  const group = groupOf(section, context)
  const titles = [section.title, ...section.parents.slice(1)]
  const isAboutPeople = titles.some((title) =>
    /\b(?:members?|membership|lead\w*|chairs?|people|roles?|committee|council|board|elect\w*|seats?|representatives?|maintainers?)\b/i.test(
      title,
    ),
  )
  if (group && (isAboutPeople || section.title === '' || section.depth === 1))
    return {kind: 'group', group}
  if (group) return {kind: 'open', group}
  const bodies = context.bodies
  const [body, ...others] = bodies
  if (body === undefined || others.length > 0) return {kind: 'open'}
  const own = addGroup(
    body,
    {kind: body.split(' ').at(-1)?.toLowerCase()},
    section.line,
    context.out,
  )
  const evidence = `The table of people has no heading. It was read as the ${body}, the only such body that the page names.`
  return {kind: 'group', group: own, evidence}
}

/** "Chairs" is a heading of people who are each "Chair". */
function roleOfHeading(title: string): string | undefined {
  const [, words] =
    /\b((?:vice[- ]|co-?|technical |tech )?(?:chair|lead|maintainer|organi[sz]er|facilitator|moderator|steward|member|contact|owner)s?)\b/i.exec(
      title,
    ) ?? []
  if (words === undefined) return undefined
  const role = words.replace(/s$/i, '').toLowerCase()
  return role.charAt(0).toUpperCase() + role.slice(1)
}

function readPerson(cell: (column: Column) => Fact | undefined, usual: string, {out}: Context) {
  const name = cell('name')
  if (!name || isPlaceholder(name.text)) return []
  const company = cell('organization')
  const isOwn =
    company &&
    !isPlaceholder(company.text) &&
    !/^(?:independent|self|individual)\w*$/i.test(company.text)
  if (company) out.understood(company.text)
  const person = addPerson(
    {name: withoutTitles(name.text), ...(isOwn && {organization: company.text})},
    name.line,
    out,
  )
  if (isOwn) {
    const organization = addOrganization(company.text, company.line, out)
    const [link] = company.links
    if (link) out.add('organization', company.text, {url: link.url}, company.line)
    out.understood(organization)
  }
  addPersonLinks(person, name.links, name.line, out)
  const github = cell('github')
  if (github) addPersonLinks(person, githubLinks(github), github.line, out)
  const position = cell('role')?.text ?? ''
  const how = cell('how')?.text ?? ''
  const term = readTerm(cell('term'), out)
  out.understood(position)
  const role = isPlaceholder(position) ? usual : position
  const note = [isPlaceholder(how) ? '' : how.toLowerCase(), term.note ?? '']
    .filter(Boolean)
    .join(', ')
  const {from, to} = term
  return [
    {
      name: withoutTitles(name.text),
      item: {
        ...groupRole(role, person),
        person: reference(person),
        ...(from !== undefined && {from}),
        ...(to !== undefined && {to}),
        ...(note && {note: note.charAt(0).toUpperCase() + note.slice(1)}),
      },
    },
  ]
}

function githubLinks({text, links}: Fact): Fact['links'] {
  const name = /^@?([\w-]{1,39})$/.exec(text)?.[1]
  if (links.length > 0 || name === undefined) return links
  return [{text, url: `https://github.com/${name}`}]
}
