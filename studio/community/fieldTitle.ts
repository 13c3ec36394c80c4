import type {Path} from 'sanity'

import {capitalized} from './capitalized.ts'
import type {CommunityFacts} from './readCommunity.ts'

/** Fields named after a word of the community, by the document type that has the field, and its name. */
const titles: Readonly<Record<string, (community: CommunityFacts) => string>> = {
  'series.group': ({group}) => group.singular,
  'touchpoint.guests': ({guest}) => guest.plural,
  'touchpoint.series': ({series}) => series.singular,
  'recording.touchpoint': ({session}) => session.singular,
}

/** Returns whether a field of some document type can have such a title, before the type is known. */
export function mayHaveTitle(path: Path): boolean {
  return Object.keys(titles).some((key) => key.slice(key.indexOf('.')) === `.${onlyName(path)}`)
}

/**
 * Returns the title of a field in the community's own word. Titles of document types and of tabs are part of
 * the schema, and can't change while the Studio is open.
 *
 * @returns undefined for a field with no such word
 * @example fieldTitle('touchpoint', ['guests'], community) // 'Speakers'
 */
export function fieldTitle(
  type: string,
  path: Path,
  community: CommunityFacts,
): string | undefined {
  const word = titles[`${type}.${onlyName(path)}`]?.(community)
  return word === undefined ? undefined : capitalized(word)
}

/** Returns the name of a field at the top of a document, or an empty text. */
function onlyName(path: Path): string {
  const [name] = path
  return path.length === 1 && typeof name === 'string' ? name : ''
}
