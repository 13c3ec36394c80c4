import {isFields, refOf, type StoredDocument} from '@touchpoints/schemas/reading'

import type {PlanFinding, SourcePlace} from './plan.ts'

interface Dropped {
  field: string
  id: string
}

/** Returns a value with other ids in its references. */
export function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withIds(each, ids))
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === '_ref' && typeof each === 'string' ? (ids.get(each) ?? each) : withIds(each, ids),
    ]),
  )
}

/**
 * Returns a document without its references to unknown documents. An item of a list that refers to one is
 * left out as a whole: a role without its person would read as a vacant one.
 */
export function withoutUnresolved(
  document: StoredDocument,
  known: ReadonlySet<string>,
): {document: StoredDocument; dropped: Dropped[]} {
  const dropped: Dropped[] = []
  const unknownIn = (value: unknown): string[] => {
    const id = refOf(value)
    if (id !== undefined) return known.has(id) ? [] : [id]
    const inside = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : []
    return inside.flatMap(unknownIn)
  }
  const fields = Object.entries(document).flatMap(([field, value]): [string, unknown][] => {
    const unknown = unknownIn(value)
    for (const id of unknown) dropped.push({field, id})
    if (unknown.length === 0) return [[field, value]]
    const rest = Array.isArray(value) ? value.filter((each) => unknownIn(each).length === 0) : []
    return rest.length > 0 ? [[field, rest]] : []
  })
  const {_id, _type} = document
  return {document: {...Object.fromEntries(fields), _id, _type}, dropped}
}

export function unresolvedFinding(
  {field, id}: Dropped,
  place: SourcePlace,
  document: string,
): PlanFinding {
  return {
    code: 'not-in-sources',
    kind: 'ask',
    place,
    message: `${document} names ${id} in "${field}", and no source describes it. The field was left out. Import the source that has it, or enter it by hand.`,
    document,
    choices: [],
  }
}
