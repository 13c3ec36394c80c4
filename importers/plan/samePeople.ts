import {textOf} from '@touchpoints/schemas/reading'

import {documentId} from './documentId.ts'
import type {PlannedDocument} from './plan.ts'
import {withIds} from './references.ts'

/**
 * Plans a person or an organization once: documents of one name get the id of that name, and references
 * follow. Two files that give a person different ids mean the same one.
 */
export function samePeople(documents: readonly PlannedDocument[]): {
  documents: PlannedDocument[]
  /** New ids by the replaced ones. */
  ids: ReadonlyMap<string, string>
} {
  const ids = new Map<string, string>()
  const firstByName = new Map<string, string>()
  for (const {document} of documents) {
    const {_id, _type} = document
    const name = textOf(document['name'])
    if ((_type !== 'guest' && _type !== 'organization') || name === undefined) continue
    const key = documentId(_type, name)
    const first = firstByName.get(key)
    if (first === undefined) firstByName.set(key, _id)
    else if (first !== _id) ids.set(_id, first)
  }
  if (ids.size === 0) return {documents: [...documents], ids}
  return {
    ids,
    documents: documents.map(({document, ...rest}) => {
      const {_id, _type, ...fields} = document
      const changed = withIds(fields, ids)
      return {...rest, document: {...Object(changed), _id: ids.get(_id) ?? _id, _type}}
    }),
  }
}
