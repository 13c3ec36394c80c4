import {slugOf} from '../plan/documentId.ts'
import {reference, slugField} from './groupId.ts'
import type {PlanBuilder} from './planBuilder.ts'
import {lineOf, type SourceNode, sourceText, textOf} from './sourceNode.ts'

const knownFields: ReadonlySet<string> = new Set(['github', 'name', 'company', 'email'])

/**
 * Adds the person of a node: a GitHub handle, or an object with `name`, `github` and `company`. Returns the
 * id, or undefined for an empty node.
 */
export function addPerson(node: SourceNode, out: PlanBuilder): string | undefined {
  const handle = textOf(node.fields.get('github')) ?? textOf(node)
  const name = textOf(node.fields.get('name')) ?? handle
  if (name === undefined) return undefined
  if (!/[\p{L}\p{N}]/u.test(name)) {
    out.leftover(node.line, sourceText(node), 'This is no name of a person.')
    return undefined
  }
  const key = slugOf(name)
  const github =
    handle !== undefined && /^[\w-]{1,39}$/.test(handle)
      ? `https://github.com/${handle}`
      : undefined
  const company = textOf(node.fields.get('company'))
  const id = out.add(
    'guest',
    `guest-${key}`,
    {
      name: lineOf(name),
      slug: slugField(key),
      organization:
        company === undefined ? undefined : reference(addOrganization(company, node, out)),
      links:
        github === undefined
          ? undefined
          : [{_type: 'link', _key: 'github', title: 'GitHub', url: github}],
    },
    node.line,
  )
  const email = node.fields.get('email')
  if (email !== undefined && textOf(email) !== undefined) {
    out.leftover(email.line, sourceText(email), 'Guests have no field for a mail address.')
  }
  for (const [field, child] of node.fields) {
    if (knownFields.has(field) || field === 'roles' || textOf(child) === undefined) continue
    out.leftover(child.line, `${field}: ${sourceText(child)}`, 'Guests have no field for this.')
  }
  return id
}

function addOrganization(name: string, {line}: SourceNode, out: PlanBuilder): string {
  const key = slugOf(name)
  return out.add(
    'organization',
    `organization-${key}`,
    {name: lineOf(name), slug: slugField(key)},
    line,
  )
}
