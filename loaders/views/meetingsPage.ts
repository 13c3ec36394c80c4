import type {SitePath} from '@touchpoints/calendar/links'
import {emailAddress, instant, line, paragraph, sectionKind} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Link, linkView} from './links.ts'
import {type RichText, richTextView} from './richText.ts'
import {field} from './source.ts'
import {pagePath} from './url.ts'

const pageSectionView = z.object({
  kind: sectionKind,
  heading: field({translated: true}, line),
  text: field({asStored: true, translated: true}, z.nullable(richTextView)),
  link: z.nullable(linkView),
})

export const meetingsPageView = z.object({
  _id: z.string(),
  _type: z.literal('meetingsPage'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: field({translated: true}, line),
  path: pagePath,
  introduction: field({asStored: true, translated: true}, z.nullable(richTextView)),
  sections: z.array(pageSectionView),
  submitEventEmail: z.nullable(emailAddress),
  conductNote: field({translated: true}, z.nullable(paragraph)),
})

/** The text of one part of the page. Its lists come from the documents. */
interface PageSection {
  /** What the section lists. */
  kind:
    | 'touchpoints'
    | 'recordings'
    | 'workingGroups'
    | 'calendar'
    | 'otherCalendars'
    | 'callForProposals'
    | 'freeText'
  /** Heading of the section. */
  heading: string
  /** Portable Text above the list. Null when there is none. */
  text: RichText | null
  /** Link below the text. Null when there is none. */
  link: Link | null
}

/** The texts of the meetings page. There is one such document. */
export interface MeetingsPage {
  /** Document id. */
  _id: string
  _type: 'meetingsPage'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Heading of the page. */
  title: string
  /** Path of the page on its site, with a slash at both ends: `/community/meetings/`. */
  path: SitePath
  /** Portable Text for first-time visitors. Null when there is none. */
  introduction: RichText | null
  /** Sections in the order in which the page shows them. */
  sections: PageSection[]
  /** Email address for events that visitors suggest. Null when not set. */
  submitEventEmail: string | null
  /** Note about the code of conduct, plain text. Null when not set. */
  conductNote: string | null
}
