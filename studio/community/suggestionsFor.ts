import type {Path} from 'sanity'

import type {CommunityFacts} from './readCommunity.ts'

/** Fields with suggestions from the community document, by type and names of the path. */
const sources: Readonly<Record<string, (community: CommunityFacts) => readonly string[]>> = {
  'workingGroup.kind': ({groupKinds}) => groupKinds,
  'workingGroup.roles.role': ({roles}) => (roles.length > 0 ? roles : commonRoles),
  'guest.kind': ({guestKinds}) => guestKinds,
}

/** Suggested until the community has its own roles. */
const commonRoles = ['Chair', 'Lead', 'Moderator', 'Liaison', 'Emeritus']

/** Returns the key of a field in `sources`: its type and the names in its path, without array keys. */
function fieldKey(type: string, path: Path): string {
  return [type, ...path.filter((segment) => typeof segment === 'string')].join('.')
}

/** Returns whether a field of some document type can have suggestions, before the type is known. */
export function mayHaveSuggestions(path: Path): boolean {
  return Object.keys(sources).some((key) => key.slice(key.indexOf('.')) === fieldKey('', path))
}

/**
 * Returns the values to suggest for a text field.
 *
 * @example suggestionsFor('guest', ['kind'], community) // ['member', 'maintainer']
 */
export function suggestionsFor(
  type: string,
  path: Path,
  community: CommunityFacts,
): readonly string[] {
  return sources[fieldKey(type, path)]?.(community) ?? []
}
