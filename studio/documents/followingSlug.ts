import {slugOf} from './slugOf.ts'

/**
 * Returns the slug for a title that changed, or undefined if the slug stays: it was written by hand, or the
 * title has no Latin letter.
 *
 * @example followingSlug({before: 'SIG Met', after: 'SIG Metrics', slug: 'sig-met'}) // 'sig-metrics'
 */
export function followingSlug({
  before,
  after,
  slug,
}: {
  before: string
  after: string
  slug: string | undefined
}): string | undefined {
  if (slug !== undefined && slug !== slugOf(before)) return undefined
  const next = slugOf(after)
  return next === slug ? undefined : next
}
