import type {Perspective} from '../lake/queryPort.ts'

/**
 * Parses the perspective in an address from the Studio: `drafts`, `published`, or a stack of releases with
 * the uppermost first. Returns undefined for anything else.
 *
 * @example perspectiveFrom('rSpring,drafts') // ['rSpring', 'drafts']
 */
export function perspectiveFrom(text: string | null | undefined): Perspective | undefined {
  if (text === 'drafts' || text === 'published') return text
  const names = (text ?? '').split(',').filter(Boolean)
  if (names.length === 0 || names.length > 10) return undefined
  return names.every((name) => /^[A-Za-z0-9_-]{1,100}$/.test(name)) ? names : undefined
}

/** Formats a perspective for a banner or an address. */
export function perspectiveText(perspective: Perspective): string {
  return typeof perspective === 'string' ? perspective : perspective.join(',')
}
