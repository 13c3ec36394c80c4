import type {DocumentActionComponent} from 'sanity'

import {publishWithNew} from './publishWithNew.tsx'
import {unlessUsed} from './unlessUsed.tsx'

const wrappers: Readonly<
  Record<string, (original: DocumentActionComponent) => DocumentActionComponent>
> = {
  publish: publishWithNew,
  delete: (original) => unlessUsed(original, 'Delete'),
  unpublish: (original) => unlessUsed(original, 'Unpublish'),
}

/** The Studio resolves the actions at each render. A new component each time would lose its state. */
const cache = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** Returns Sanity's action with what this Studio adds to it, or the action itself. */
export function wrapped(original: DocumentActionComponent): DocumentActionComponent {
  const known = cache.get(original)
  if (known) return known
  const wrap = wrappers[original.action ?? '']
  const result = wrap ? wrap(original) : original
  cache.set(original, result)
  return result
}
