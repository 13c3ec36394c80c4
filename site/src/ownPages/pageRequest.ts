import type {Loader, LoaderResult} from 'touchpoints'

import type {SiteContext} from '../languages/siteContext.ts'
import type {Meetings} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'

/** What every page has, before its own content is loaded. */
export interface PageRequest {
  loader: Loader
  view: RequestView
  /** The documents of the meetings page, without its calendar. */
  documents: LoaderResult<Meetings>
  site: SiteContext
}

/** There is nothing at the address. */
export interface Absent {
  kind: 'absent'
}

export const absent = {kind: 'absent'} as const satisfies Absent
