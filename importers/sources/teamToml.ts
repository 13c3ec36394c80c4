import {emailAddress} from '@touchpoints/schemas/scalars'

import type {ImportPlan} from '../plan/plan.ts'
import type {SourceFile, SourceReader} from '../plan/sourceReader.ts'
import {addChannel, listName} from './channels.ts'
import {cleanAddress} from './cleanAddress.ts'
import {groupKey, reference, roleItem, sentenceCase, slugField} from './groupId.ts'
import {addPerson} from './people.ts'
import {createPlanBuilder, type PlanBuilder} from './planBuilder.ts'
import {
  itemsOf,
  lineOf,
  otherFields,
  paragraphOf,
  type SourceNode,
  sourceText,
  textOf,
} from './sourceNode.ts'
import {tomlNode} from './tomlNode.ts'

const teamFields = fieldNames('name subteam-of kind people website roles lists zulip-streams')
const peopleFields = fieldNames('leads members alumni')
const websiteFields = fieldNames('name description email repo zulip-stream')
const listFields = fieldNames('address')

/** Reads a team of the Rust project: people, website, mailing lists and roles in one TOML file. */
export const teamTomlReader: SourceReader = {
  name: 'a team in TOML',
  accepts: ({path, text}) =>
    /\.toml$/i.test(path) && /^\s*\[people\]/m.test(text) && /^\s*name\s*=/m.test(text),
  read,
}

function read(file: SourceFile): ImportPlan {
  const out = createPlanBuilder(file)
  const team = tomlNode(file.text)
  const name = textOf(team.fields.get('name'))
  if (name === undefined) throw new TypeError('It has no name.')
  const website = team.fields.get('website')
  const parent = textOf(team.fields.get('subteam-of'))
  const kind = textOf(team.fields.get('kind'))?.replaceAll('-', ' ') ?? 'team'
  const id = out.add(
    'workingGroup',
    `workingGroup-${groupKey(name)}`,
    {
      title: lineOf(textOf(website?.fields.get('name')) ?? name),
      slug: slugField(groupKey(name)),
      kind,
      phase: /(?:^|\/)archive\//.test(file.path) ? 'archived' : 'active',
      parent: parent === undefined ? undefined : reference(`workingGroup-${groupKey(parent)}`),
      description: paragraphOf(website?.fields.get('description')),
    },
    team.fields.get('name')?.line ?? 1,
  )
  addPeople(id, team, out)
  if (website) addWebsite(id, website, out)
  addChannels(id, team, out)
  listOthers(team, teamFields, out)
  return out.plan()
}

function addPeople(id: string, team: SourceNode, out: PlanBuilder): void {
  const people = team.fields.get('people')
  if (!people) return
  const named = new Map(
    itemsOf(team, 'roles').map((role) => [textOf(role.fields.get('id')), roleName(role)] as const),
  )
  for (const [field, role] of [
    ['leads', 'Lead'],
    ['members', 'Member'],
    ['alumni', 'Alumni'],
  ] as const) {
    for (const person of itemsOf(people, field)) {
      const guest = addPerson(person, out)
      if (guest === undefined) continue
      out.append(id, 'roles', roleItem(role, guest))
      for (const own of itemsOf(person, 'roles')) {
        const key = textOf(own)
        const title = named.get(key) ?? (key && sentenceCase(key))
        if (title) out.append(id, 'roles', roleItem(title, guest))
      }
    }
  }
  listOthers(people, peopleFields, out)
  verifyHandles(out)
}

/** "council-rep-quarry" with the description "Quarry" is who represents it. */
function roleName(role: SourceNode): string {
  const key = textOf(role.fields.get('id')) ?? ''
  const title = textOf(role.fields.get('description')) ?? sentenceCase(key)
  return lineOf(/(?:^|-)rep(?:-|$)/.test(key) ? `Representative: ${title}` : title)
}

function verifyHandles(out: PlanBuilder): void {
  const count = out.plan().documents.filter(({document}) => document._type === 'guest').length
  if (count === 0) return
  out.finding({
    code: 'uncertain',
    kind: 'verify',
    line: 1,
    message: `The file has GitHub handles instead of names. ${count} ${count === 1 ? 'person is' : 'people are'} named by their handle.`,
    choices: [],
  })
}

function addWebsite(id: string, website: SourceNode, out: PlanBuilder): void {
  const url = cleanAddress(website.fields.get('repo'), out)
  if (url !== undefined) {
    out.append(id, 'links', {_type: 'typedLink', _key: 'repository', kind: 'repository', url})
  }
  const stream = textOf(website.fields.get('zulip-stream'))
  if (stream !== undefined) addChannel(id, {kind: 'zulip', name: `#${stream}`}, out)
  addMailingList(id, website.fields.get('email'), out)
  listOthers(website, websiteFields, out)
}

function addChannels(id: string, team: SourceNode, out: PlanBuilder): void {
  for (const list of itemsOf(team, 'lists')) {
    addMailingList(id, list.fields.get('address'), out)
    listOthers(list, listFields, out)
  }
  for (const stream of itemsOf(team, 'zulip-streams')) {
    const name = textOf(stream.fields.get('name'))
    if (name !== undefined) addChannel(id, {kind: 'zulip', name: `#${name}`}, out)
  }
}

function addMailingList(id: string, node: SourceNode | undefined, out: PlanBuilder): void {
  const address = textOf(node)
  if (node === undefined || address === undefined) return
  const url = emailAddress.safeParse(address).success ? undefined : cleanAddress(node, out)
  if (url === undefined && !address.includes('@')) return
  addChannel(id, {kind: 'mailingList', name: listName(address), url}, out)
}

function listOthers(node: SourceNode, known: ReadonlySet<string>, out: PlanBuilder): void {
  for (const {name, node: other} of otherFields(node, known)) {
    out.leftover(other.line, `${name}: ${sourceText(other)}`, 'Groups have no field for this.')
  }
}

function fieldNames(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}
