import type {PreviewSession, Share} from 'touchpoints/preview'

import type {SearchRequest} from '../search/readSearchRequest.ts'
import type {Filters} from '../whatsOn/readFilters.ts'

/** What a page's content depends on. A page records it while it renders, and the server's cache reads it. */
export interface PageFacts {
  /** The page is outdated when a live event carries one of these tags. */
  syncTags: string[]
  /** Time of the page's next known change, milliseconds since 1970. */
  until: number
  /** Time of the content, when it is an earlier copy because the Content Lake does not answer. */
  asOf?: number
}

/** The parameters of a request. */
export interface RequestView {
  /** Path of the page, without the base of the site and the month or part that an address may end with. */
  path: string
  /** The current instant for this request, UTC. */
  now: string
  /** Whether `now` follows the clock. False for a page rendered for a fixed date. */
  moving: boolean
  /** IANA id of the zone in the URL. Absent if the URL has none or an invalid one. */
  zone?: string
  /** Language of the page, BCP 47. Absent for the default. Its addresses name no language. */
  language?: string
  /** The month in the URL, `YYYY-MM`. */
  month?: string
  /** The part of a long list in the URL, from 2. Absent for the first, and 0 for a text that is no number. */
  part?: number
  /** What a visitor searches for. Absent without a word. */
  search?: SearchRequest
  /** What the list of meetings is limited to. */
  filters: Filters
  /** Position in the stream of changes at the time of the request. The page is at least that recent. */
  position: string
  /** An editor's preview. `perspective` is the display text. */
  preview?: {perspective: string; session: PreviewSession}
  /**
   * A shared link to one draft. `invalid` if it has expired, was revoked or never existed. `unknown` if
   * the Content Lake could not be reached.
   */
  share?: Share | 'invalid' | 'unknown'
  /** Tags of what the page has read so far. An open page refreshes when a live event carries one of them. */
  tags?: Set<string>
  /** Records what the page depends on. Present when the server's cache renders it. */
  facts?: PageFacts
}
