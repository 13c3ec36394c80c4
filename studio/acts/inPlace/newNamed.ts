import {slugOf} from '../../documents/slugOf.ts'
import type {NewDocument} from '../saveChange.ts'
import {type InPlaceType, inPlaceTypes} from './inPlaceTypes.ts'

/** Ids and slugs that exist already, for one document type. */
export interface Taken {
  /** Ids of published forms. */
  ids: ReadonlySet<string>
  slugs: ReadonlySet<string>
}

/**
 * Returns a new document with a name, an id and a slug that is free.
 *
 * The id follows from the name. So two editors who add the same person in the same second create one document
 * instead of two.
 *
 * @param fields - further fields
 * @example newNamed('guest', 'Dana Wang', taken)._id // 'guest-dana-wang'
 */
export function newNamed(
  type: InPlaceType,
  name: string,
  {ids, slugs}: Taken,
  fields: Record<string, unknown> = {},
): NewDocument {
  const base = slugForName(type, name)
  const isTaken = (slug: string) => slugs.has(slug) || ids.has(`${type}-${slug}`)
  let slug = base
  for (let count = 2; isTaken(slug); count++) slug = `${base}-${count}`
  return {
    _id: `${type}-${slug}`,
    _type: type,
    [inPlaceTypes[type].nameField]: name.trim(),
    slug: {_type: 'slug', current: slug},
    ...fields,
  }
}

/**
 * Returns the slug for a name. A name without Latin letters, such as 山田太郎, gets the type and a number that follows
 * from the name, because a slug has only Latin letters and digits.
 *
 * @example slugForName('guest', '山田太郎') // 'guest-1sgzdpi'
 */
export function slugForName(type: InPlaceType, name: string): string {
  return slugOf(name) ?? `${type}-${checksum(name.normalize('NFKC').trim()).toString(36)}`
}

/** FNV-1a, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function checksum(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  }
  return hash
}
