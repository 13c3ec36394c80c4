import type {PathSegment} from './pathSegment.ts'

/**
 * Returns a path as text.
 *
 * @example pathText(['guests', {_key: 'a'}, 'guest']) // 'guests[_key=="a"].guest'
 * @example pathText(['guests', 1, 'guest', 'name']) // 'guests[1].guest.name'
 */
export function pathText(path: readonly (PathSegment | symbol)[]): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (typeof segment === 'object') return `[_key=="${segment._key}"]`
      return index === 0 ? String(segment) : `.${String(segment)}`
    })
    .join('')
}
