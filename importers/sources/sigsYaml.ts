import type {ImportPlan} from '../plan/plan.ts'
import type {ReadContext, SourceFile, SourceReader} from '../plan/sourceReader.ts'
import {askAudiences} from './audience.ts'
import {slugOf} from '../plan/documentId.ts'
import {addChannel, listName} from './channels.ts'
import {cleanAddress} from './cleanAddress.ts'
import {groupKey, reference, roleItem, sentenceCase, slugField} from './groupId.ts'
import {addMeeting} from './sigsMeeting.ts'
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
import {yamlNode} from './yamlNode.ts'

/** The lists of the file, with the kind of their groups in the community's own words. */
const kinds = {
  sigs: 'SIG',
  workinggroups: 'working group',
  usergroups: 'user group',
  committees: 'committee',
} as const

const groupFields: ReadonlySet<string> = new Set(
  'dir name mission_statement description charter_link leadership meetings contact subprojects owners stakeholder_sigs'.split(
    ' ',
  ),
)
/** `true` in one of these says that the group does not meet any more. */
const endedFields = ['disbanded', 'archived', 'retired', 'inactive'] as const
/** A list in other files of this kind. A text in its place would be lost. */
const listFields = ['leadership', 'meetings', 'contact', 'subprojects', 'owners'] as const
const contactFields: ReadonlySet<string> = new Set('slack mailing_list teams liaison'.split(' '))

/** Reads the list of groups that Kubernetes and others keep in `sigs.yaml`. */
export const sigsYamlReader: SourceReader = {
  name: 'a list of groups in YAML',
  accepts: ({path, text}) =>
    /\.ya?ml$/i.test(path) && /^(?:sigs|workinggroups|usergroups|committees):/m.test(text),
  read,
}

function read(file: SourceFile, context: ReadContext): ImportPlan {
  const out = createPlanBuilder(file)
  const root = yamlNode(file.text)
  const groups = Object.entries(kinds).flatMap(([list, kind]) =>
    itemsOf(root, list).map((node) => ({node, kind})),
  )
  const ids = groupIds(groups.map(({node}) => node))
  for (const {node, kind} of groups) {
    const id = ids.get(node)
    if (id !== undefined) addGroup({node, id, kind, out, context})
    else out.leftover(node.line, sourceText(node), noName)
  }
  for (const {node} of groups) listStakeholders(node, ids, out)
  for (const {name, node} of otherFields(root, new Set(Object.keys(kinds)))) {
    out.leftover(node.line, `${name}: ${sourceText(node)}`, 'This part of the list is not known.')
  }
  askAudiences(out)
  return out.plan()
}

const noName =
  'The group has no name and no folder with a letter or a digit. Name it in the source, or create it by hand.'

/** Returns the name of a group. A name of signs alone gives no id. */
function groupName(node: SourceNode): string | undefined {
  const names = [textOf(node.fields.get('name')), textOf(node.fields.get('dir'))]
  return names.find((name) => name !== undefined && /[\p{L}\p{N}]/u.test(name))
}

/** Two groups of different kinds can share a name. Then the folder distinguishes them. */
function groupIds(nodes: readonly SourceNode[]): ReadonlyMap<SourceNode, string> {
  const named = nodes.flatMap((node) => {
    const name = groupName(node)
    return name === undefined ? [] : [{node, key: groupKey(name)}]
  })
  const counts = Map.groupBy(named, ({key}) => key)
  return new Map(
    named.map(({node, key}) => {
      const dir = textOf(node.fields.get('dir'))
      const isShared = (counts.get(key)?.length ?? 0) > 1
      return [node, `workingGroup-${isShared && dir !== undefined ? slugOf(dir) : key}`]
    }),
  )
}

interface Group {
  node: SourceNode
  id: string
  kind: string
  parent?: string
  out: PlanBuilder
  context: ReadContext
}

function addGroup({node, id, kind, parent, out, context}: Group): void {
  const name = groupName(node) ?? id
  const over = endedFields.find((field) => node.fields.get(field)?.value === true)
  out.add(
    'workingGroup',
    id,
    {
      title: lineOf(name),
      slug: slugField(id.replace(/^workingGroup-/, '')),
      kind,
      phase: over === undefined ? 'active' : 'archived',
      parent: parent === undefined ? undefined : reference(parent),
      description:
        paragraphOf(node.fields.get('mission_statement')) ??
        paragraphOf(node.fields.get('description')),
    },
    node.line,
  )
  if (over !== undefined) {
    out.finding({
      code: 'uncertain',
      kind: 'verify',
      line: node.fields.get(over)?.line ?? node.line,
      document: id,
      message: `“${name}” is marked as ${over}. It was read as an archived group.`,
      choices: [
        {label: 'Archived', set: {phase: 'archived'}},
        {label: 'Active', set: {phase: 'active'}},
      ],
    })
  }
  addLink(id, {kind: 'charter', node: node.fields.get('charter_link')}, out)
  addFolder(id, node.fields.get('dir'), out)
  itemsOf(node, 'owners').forEach((owner, index) =>
    addLink(id, {kind: 'governance', title: 'Owners', node: owner, index}, out),
  )
  addRoles(id, node.fields.get('leadership'), out)
  addContact(id, node.fields.get('contact'), out)
  for (const meeting of itemsOf(node, 'meetings')) addMeeting(meeting, {id, name}, {out, context})
  for (const child of itemsOf(node, 'subprojects')) {
    const childName = groupName(child)
    if (childName === undefined) {
      out.leftover(child.line, sourceText(child), noName)
      continue
    }
    const key = `${id.replace(/^workingGroup-/, '')}-${groupKey(childName)}`
    addGroup({
      node: child,
      kind: 'subproject',
      parent: id,
      out,
      context,
      id: `workingGroup-${key}`,
    })
  }
  for (const field of [...listFields, 'stakeholder_sigs']) {
    const other = node.fields.get(field)
    const text = textOf(other)
    if (other === undefined || text === undefined) continue
    out.leftover(other.line, `${name}: ${field}: ${text}`, 'This is text, and a list was expected.')
  }
  const known = new Set([...groupFields, ...(over === undefined ? [] : [over])])
  for (const {name: field, node: other} of otherFields(node, known)) {
    out.leftover(
      other.line,
      `${name}: ${field}: ${sourceText(other)}`,
      'Groups have no field for this.',
    )
  }
}

interface GroupLink {
  kind: 'charter' | 'governance' | 'website'
  title?: string
  node: SourceNode | undefined
  index?: number
}

function addLink(id: string, {kind, title, node, index = 0}: GroupLink, out: PlanBuilder): void {
  const url = cleanAddress(node, out)
  if (url === undefined) return
  const key = index === 0 ? kind : `${kind}-${index + 1}`
  out.append(id, 'links', {
    _type: 'typedLink',
    _key: key,
    kind,
    ...(title !== undefined && {title}),
    url,
  })
}

/** The folder of a group in the repository has its page. Without the address of the file it is only a name. */
function addFolder(id: string, node: SourceNode | undefined, out: PlanBuilder): void {
  const dir = textOf(node)
  if (dir === undefined || out.file.base === undefined) return
  const url = URL.parse(`${dir}/`, out.file.base)?.href
  if (url === undefined) return
  out.append(id, 'links', {
    _type: 'typedLink',
    _key: 'website',
    kind: 'website',
    url,
  })
}

/** `tech_leads` becomes "Tech lead". */
function addRoles(id: string, leadership: SourceNode | undefined, out: PlanBuilder): void {
  for (const [field, people] of leadership?.fields ?? []) {
    const role = sentenceCase(field.replace(/s$/, ''))
    const text = textOf(people)
    if (text !== undefined) {
      const reason = 'This is text, and a list of people was expected.'
      out.leftover(people.line, `${role}: ${text}`, reason)
    }
    for (const person of people.items) {
      const guest = addPerson(person, out)
      if (guest !== undefined) out.append(id, 'roles', roleItem(role, guest))
    }
  }
}

function addContact(id: string, contact: SourceNode | undefined, out: PlanBuilder): void {
  if (!contact) return
  const slack = textOf(contact.fields.get('slack'))
  if (slack !== undefined) {
    addChannel(id, {kind: 'slack', name: `#${slack.replace(/^#/, '')}`}, out)
  }
  const list = contact.fields.get('mailing_list')
  const address = textOf(list)
  if (address !== undefined) {
    const isMail = /^[^\s@/]+@[^\s@/]+$/.test(address)
    const url = isMail ? undefined : cleanAddress(list, out)
    if (isMail || url !== undefined) {
      addChannel(id, {kind: 'mailingList', name: lineOf(listName(address)), url}, out)
    }
  }
  for (const team of itemsOf(contact, 'teams')) {
    const name = textOf(team.fields.get('name'))
    const title = textOf(team.fields.get('description'))
    if (name !== undefined) {
      addChannel(id, {kind: 'github', name, title: title && lineOf(title)}, out)
    }
  }
  const liaison = contact.fields.get('liaison')
  const guest = liaison && addPerson(liaison, out)
  if (guest !== undefined) out.append(id, 'roles', roleItem('Liaison', guest))
  for (const {name, node} of otherFields(contact, contactFields)) {
    out.leftover(
      node.line,
      `${name}: ${sourceText(node)}`,
      'Groups have no field for this contact.',
    )
  }
}

function listStakeholders(
  group: SourceNode,
  ids: ReadonlyMap<SourceNode, string>,
  out: PlanBuilder,
): void {
  const document = ids.get(group)
  const names = new Set([...ids.keys()].map((node) => textOf(node.fields.get('name'))))
  for (const node of itemsOf(group, 'stakeholder_sigs')) {
    const name = textOf(node)
    if (name === undefined) continue
    const reason =
      'A group has one parent, and no field for stakeholders. Add it to the description.'
    out.leftover(node.line, `Stakeholder: ${name}`, reason)
    if (names.has(name) || document === undefined) continue
    out.finding({
      code: 'not-in-sources',
      kind: 'verify',
      line: node.line,
      document,
      choices: [],
      message: `“${name}” is named as a stakeholder, and no list describes it. Check the name, or create the group.`,
    })
  }
}
