import {reference, slug, type Collector} from './collector.ts'
import {slugOf} from '../plan/documentId.ts'

export interface Person {
  id: string
  organizationId?: string
}

/** Adds a person and their organization, each once. */
export function addPerson(name: string, organization: string | undefined, out: Collector): Person {
  const organizationId = organization ? addOrganization(organization, out) : undefined
  const id = out.add('guest', name, {
    name,
    slug: slug(name),
    organization: organizationId === undefined ? undefined : reference(organizationId),
  })
  return organizationId === undefined ? {id} : {id, organizationId}
}

export function addOrganization(name: string, out: Collector): string {
  return out.add('organization', name, {name, slug: slug(name)})
}

export function appearance(id: string, role: 'guest' | 'moderator') {
  return {_type: 'guestAppearance', _key: `${role}-${slugOf(id)}`, guest: reference(id), role}
}

/** Parses "Mirko (LF Europe), Dana Wang (OpenSSF)", with or without organizations. */
export function readNames(list: string): {name: string; organization?: string}[] {
  return list
    .split(/,(?![^(]*\))|;|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, name = part, organization] = /^(.*?)\s*\(([^)]+)\)$/.exec(part) ?? []
      return organization === undefined ? {name} : {name, organization}
    })
}

/** Words in the names of companies and foundations, but not in the names of people. */
const organizational =
  /\b(?:group|board|foundation|inc|ltd|gmbh|labs?|commons|university|office|institute|software|systems|technologies|project|team|council)\b/i

export interface CellGuest {
  name: string
  organization?: string
  /** True when the second of two names was read as a person. */
  uncertain?: boolean
}

/**
 * Parses a table cell such as "Alin Jepelea, Sony", "Andrew Wafaa, Arm; Ibrahim Haddad" or "Emma Irwin, Ana
 * Jiménez". The text after a comma is an organization, unless it looks like a first and a last name.
 */
export function readGuestCell(cell: string): CellGuest[] {
  return cell
    .split(/;|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part): CellGuest[] => {
      const [name = part, ...rest] = part.split(',').map((word) => word.trim())
      const second = rest.join(', ')
      if (second === '') return [{name}]
      const isPerson = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(second) && !organizational.test(second)
      return isPerson ? [{name}, {name: second, uncertain: true}] : [{name, organization: second}]
    })
}
