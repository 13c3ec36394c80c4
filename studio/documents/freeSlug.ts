const maxLength = 96
const attempts = 30

/**
 * Returns the slugs to try for a document, the wanted one first.
 *
 * @example slugChoices('all-hands').slice(0, 2) // ['all-hands', 'all-hands-2']
 */
export function slugChoices(wanted: string): string[] {
  return Array.from({length: attempts}, (_, index) => {
    const suffix = index === 0 ? '' : `-${index + 1}`
    return `${wanted.slice(0, maxLength - suffix.length).replace(/-+$/, '')}${suffix}`
  })
}

/** Returns the first slug that no other document has, or undefined if all are taken. */
export function freeSlug(wanted: string, taken: readonly string[]): string | undefined {
  return slugChoices(wanted).find((slug) => !taken.includes(slug))
}

/** Returns whether a slug is the wanted one, or the wanted one with a number. */
export function isSlugFor(slug: string, wanted: string): boolean {
  return slugChoices(wanted).includes(slug)
}
