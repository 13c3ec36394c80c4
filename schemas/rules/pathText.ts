import type {PathSegment} from '../reading/pathSegment.ts'

/**
 * A path as one reads and types it.
 *
 * @example pathText(['guests', {_key: 'a'}, 'guest']) // 'guests[_key=="a"].guest'
 */
export function pathText(path: readonly PathSegment[]): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (typeof segment === 'object') return `[_key=="${segment._key}"]`
      return index === 0 ? segment : `.${segment}`
    })
    .join('')
}
