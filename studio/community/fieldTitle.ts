import type {Path} from 'sanity'

import {capitalized} from './capitalized.ts'
import type {CommunityFacts} from './readCommunity.ts'

/** Fields named after a word of the community. Each name has one meaning at the top of a document. */
const titles: Readonly<Record<string, (community: CommunityFacts) => string>> = {
  group: ({group}) => group.singular,
  guests: ({guest}) => guest.plural,
  series: ({series}) => series.singular,
  touchpoint: ({session}) => session.singular,
}

/**
 * Returns the title of a field in the community's own word. Titles of document types and of tabs are part of
 * the schema, and can't change while the Studio is open.
 *
 * @returns undefined for a field with no such word
 * @example fieldTitle(['guests'], community) // 'Speakers'
 */
export function fieldTitle(path: Path, community: CommunityFacts): string | undefined {
  const [name] = path
  if (path.length !== 1 || typeof name !== 'string' || !Object.hasOwn(titles, name))
    return undefined
  const word = titles[name]?.(community)
  return word === undefined ? undefined : capitalized(word)
}
