import type {Problem} from 'touchpoints'

/** What an export writes into a site, and what it says about it. */
export interface SiteFiles {
  /** By path from the root of the site. */
  files: Map<string, string>
  /** What a person should know or do, one paragraph each. */
  notes: string[]
  /** Problems of the content. */
  problems: readonly Problem[]
  /** Titles of calendars that could not be read, so that their events are missing. */
  unread: readonly string[]
}
