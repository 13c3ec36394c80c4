import type {Problem} from 'touchpoints'

import type {FileContent} from './fileContent.ts'

/** What an export writes into a site, and what it says about it. */
export interface SiteFiles {
  /** By path from the root of the site. */
  files: ReadonlyMap<string, FileContent>
  /** What a person should know or do, one paragraph each. */
  notes: string[]
  /** Problems of the content. */
  problems: readonly Problem[]
  /** Titles of calendars that could not be read, so that their events are missing. */
  unread: readonly string[]
}
