/** What publishing an act on a session means. */
export interface Situation {
  /** Whether visitors see the session now. */
  isPublished: boolean
  /** Title of the release that is changed, if the editor works in one. */
  release?: string | undefined
  /** Titles of fields with other changes that are not published yet. */
  otherChanges: readonly string[]
}

/**
 * Returns what visitors see and when, as sentences for the dialog of an act.
 *
 * @param seen - what visitors then see, such as "the session as canceled, with this reason"
 * @example consequences('the session as canceled', situation)[0] // 'As soon as you publish, visitors see the session as canceled. …'
 */
export function consequences(
  seen: string,
  {isPublished, release, otherChanges}: Situation,
): string[] {
  if (release !== undefined) {
    return [
      `This changes the release “${release}”. Visitors see ${seen} when the release is published.`,
    ]
  }
  const now = isPublished
    ? `As soon as you publish, visitors see ${seen}. Calendars that subscribe to the feed follow at their next update, which can take hours.`
    : `This is not published yet. If you publish now, visitors see ${seen}, for the first time.`
  if (!isPublished || otherChanges.length === 0) return [now]
  return [now, `Publishing also publishes your other changes in: ${otherChanges.join(', ')}.`]
}
