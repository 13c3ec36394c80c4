import {base as ownBase} from '../output.ts'

/**
 * Writes the path below which the site is at the start of a path. Pages know each other without it.
 *
 * @example withBase('/meetings/', '/site/') // '/site/meetings/'
 */
export function withBase(path: string, base: string = ownBase): string {
  return path.startsWith('/') ? `${base}${path.slice(1)}` : path
}

/**
 * Removes the path below which the site is.
 *
 * @example withoutBase('/site/meetings/', '/site/') // '/meetings/'
 */
export function withoutBase(path: string, base: string = ownBase): string {
  if (`${path}/` === base) return '/'
  return path.startsWith(base) ? `/${path.slice(base.length)}` : path
}
