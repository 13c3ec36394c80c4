import {isSlugFor} from './freeSlug.ts'
import {isPlaceholderTitle} from './isPlaceholderTitle.ts'
import {slugOf} from './slugOf.ts'

/** What a slug follows. */
export interface SlugSource {
  title: string
  /** `YYYY-MM-DD`, for a session that has a date. */
  date?: string | undefined
}

/**
 * Returns the slug for a title or a date that changed, or undefined if the slug stays: it was written by hand,
 * or the title has no Latin letter or only holds the place of one. A session with such a title has its date as the slug.
 *
 * The slug of a session begins with its date. Until there is a title, the name of its series follows.
 *
 * @example followingSlug({before: {title: 'SIG Met'}, after: {title: 'SIG Metrics'}, slug: 'sig-met'}) // 'sig-metrics'
 */
export function followingSlug({
  before,
  after,
  slug,
}: {
  before: SlugSource
  after: SlugSource
  slug: string | undefined
}): string | undefined {
  if (slug !== undefined && !isDerived(slug, before)) return undefined
  const name = titleSlug(after) ?? placeholderName(slug, before) ?? foreignName(after)
  if (name === undefined) return undefined
  const next = withDate(name, after.date)
  return slug !== undefined && isSlugFor(slug, next) ? undefined : next
}

/**
 * Returns the slug of a session that has a date: with its title, or with the name of its series until there is one.
 *
 * @example slugOfSession({title: 'To be announced', date: '2026-12-03'}, 'all-hands') // '2026-12-03-all-hands'
 */
export function slugOfSession(source: SlugSource, series: string): string {
  return withDate(titleSlug(source) ?? series, source.date)
}

function isDerived(slug: string, {title, date}: SlugSource): boolean {
  const name = titleSlug({title})
  if (name !== undefined) return isSlugFor(slug, withDate(name, date)) || isSlugFor(slug, name)
  // Without a title, the date and the name of the series: nobody has written it.
  return date !== undefined && (slug === date || slug.startsWith(`${date}-`))
}

/** The name of the series, which stays behind the date while there is no title. */
function placeholderName(slug: string | undefined, {title, date}: SlugSource): string | undefined {
  if (slug === undefined || date === undefined || titleSlug({title}) !== undefined) return undefined
  if (isSlugFor(slug, date)) return undefined
  return slug.slice(date.length + 1)
}

/** A title without a Latin letter, such as a Japanese one, adds nothing to the date. Without a date, there is no slug. */
function foreignName({title, date}: SlugSource): string | undefined {
  return date === undefined || isPlaceholderTitle(title) ? undefined : ''
}

function titleSlug({title}: SlugSource): string | undefined {
  return isPlaceholderTitle(title) ? undefined : slugOf(title)
}

function withDate(name: string, date: string | undefined): string {
  return (date === undefined ? name : `${date}-${name}`).slice(0, 96).replace(/-+$/, '')
}
