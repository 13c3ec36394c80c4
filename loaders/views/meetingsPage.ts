import {
  emailAddress,
  instant,
  line,
  paragraph,
  sectionKind,
  sitePath,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {linkView} from './links.ts'
import {richTextView} from './richText.ts'
import {from} from './source.ts'

/** One part of the page: its words. What it lists follows the documents. */
const pageSectionView = z.object({
  kind: sectionKind,
  heading: line,
  text: from({asStored: true}, z.nullable(richTextView)),
  link: z.nullable(linkView),
})

export const meetingsPageView = z.object({
  _id: z.string(),
  _type: z.literal('meetingsPage'),
  updatedAt: from({path: '_updatedAt'}, instant),
  title: line,
  path: sitePath,
  introduction: from({asStored: true}, z.nullable(richTextView)),
  /** In the order in which the page shows them. */
  sections: z.array(pageSectionView),
  submitEventEmail: z.nullable(emailAddress),
  conductNote: z.nullable(paragraph),
})

export type MeetingsPage = z.infer<typeof meetingsPageView>
