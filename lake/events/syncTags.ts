import {createHash} from 'node:crypto'
import {publishedIdOf} from '../documentId.ts'
import {refValuesIn} from '../query/references.ts'
import type {Dependencies} from '../query/narrowing.ts'
import type {Change} from '../store/store.ts'

/**
 * Sync tags name what a result depends on; a live event names what changed. A client whose result
 * shares a tag with an event asks again. Coarser than need be is allowed, a missing tag is not.
 *
 * A result of `*[_type == "guest"]` depends on the type, a dereference on an id, a scan of everything
 * on everything; a change touches all the tags by which its document could have been found.
 */
export function tagsOfResult(dependencies: Dependencies): string[] {
  if (dependencies.everything) return [tag('everything')]
  return [
    ...[...dependencies.types].map((type) => tag(`type:${type}`)),
    ...[...dependencies.ids].map((id) => tag(`id:${publishedIdOf(id)}`)),
    ...[...dependencies.references].map((id) => tag(`ref:${id}`)),
  ]
}

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

/** Short and opaque, as the service's own: a client may only compare them. */
function tag(name: string): string {
  return `s1:${createHash('sha256').update(name).digest('base64url').slice(0, 8)}`
}
