import type {Perspective} from '../queryPort.ts'

/**
 * The perspective that a Studio names: `drafts`, `published`, or releases with the uppermost first.
 * Anything else counts as not named: it comes from an address.
 *
 * @example perspectiveFrom('rSpring,drafts') // ['rSpring', 'drafts']
 */
export function perspectiveFrom(text: string | null | undefined): Perspective | undefined {
  if (text === 'drafts' || text === 'published') return text
  const names = (text ?? '').split(',').filter(Boolean)
  if (names.length === 0 || names.length > 10) return undefined
  return names.every((name) => /^[A-Za-z0-9_-]{1,100}$/.test(name)) ? names : undefined
}

/** The other way round, for a banner or an address. */
export function perspectiveText(perspective: Perspective): string {
  return typeof perspective === 'string' ? perspective : perspective.join(',')
}
