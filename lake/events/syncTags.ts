import {createHash} from 'node:crypto'
import {publishedIdOf} from '../documentId.ts'
import {refValuesIn} from '../query/references.ts'
import type {Dependencies} from '../query/narrowing.ts'
import type {Change} from '../store/store.ts'

/**
 * Returns the sync tags of a query result: opaque names of the data that it depends on.
 *
 * A live event carries the tags of what changed. A client fetches again when a result and an event share
 * a tag. Too many matches cost a request. A missing tag would leave stale data, so tags are coarse.
 *
 * `*[_type == "guest"]` depends on the type, a dereference on an id, and a full scan on everything.
 */
export function tagsOfResult(dependencies: Dependencies): string[] {
  if (dependencies.everything) return [tag('everything')]
  return [
    ...[...dependencies.types].map((type) => tag(`type:${type}`)),
    ...[...dependencies.ids].map((id) => tag(`id:${publishedIdOf(id)}`)),
    ...[...dependencies.references].map((id) => tag(`ref:${id}`)),
  ]
}

/** Returns the tags of a live event: every tag by which a query could have found the documents. */
export function tagsOfChanges(changes: readonly Change[]): string[] {
  const names = new Set(['everything'])
  for (const {documentId, before, after} of changes) {
    names.add(`id:${publishedIdOf(documentId)}`)
    for (const document of [before, after]) {
      if (!document) continue
      names.add(`type:${document._type}`)
      for (const id of refValuesIn(document)) names.add(`ref:${id}`)
    }
  }
  return [...names].map(tag)
}

/** Tags are short and opaque, as on the hosted service: clients can only compare them. */
function tag(name: string): string {
  return `s1:${createHash('sha256').update(name).digest('base64url').slice(0, 8)}`
}
