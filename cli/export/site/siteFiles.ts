import type {Problem} from 'touchpoints'

import type {FileContent} from './fileContent.ts'

/** What an export writes into a site, and what it says about it. */
export interface SiteFiles {
  /** By path from the root of the site. */
  files: ReadonlyMap<string, FileContent>
  /** Folders of the sessions' pages. Every session has one there. */
  sessionFolders: readonly string[]
  /** What a person should know or do, one paragraph each. */
  notes: string[]
  /** Problems of the content. */
  problems: readonly Problem[]
  /** Titles of calendars that could not be read, so that their events are missing. */
  unread: readonly string[]
}
