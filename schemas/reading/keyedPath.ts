import type {PathSegment} from './pathSegment.ts'
import {fieldsOf, itemsOf} from './stored.ts'

/**
 * Replaces the indexes of a path by the keys of the stored items, which the Studio opens. An index of an
 * item without a key stays.
 *
 * @example keyedPath({slots: [{_key: 'a'}]}, ['slots', 0, 'time']) // ['slots', {_key: 'a'}, 'time']
 */
export function keyedPath(value: unknown, path: readonly (string | number)[]): PathSegment[] {
  const [segment, ...rest] = path
  if (segment === undefined) return []
  if (typeof segment === 'string') return [segment, ...keyedPath(fieldsOf(value)[segment], rest)]
  const entry = itemsOf(value)[segment]
  return [entry?.at ?? segment, ...keyedPath(entry?.item, rest)]
}
