import {guestKind, instant, line, paragraph, slugText} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {imageView} from './image.ts'
import {linkView} from './links.ts'
import {organizationView} from './organization.ts'
import {from} from './source.ts'

export const guestView = z.object({
  _id: z.string(),
  _type: z.literal('guest'),
  updatedAt: from({path: '_updatedAt'}, instant),
  name: line,
  slug: from({path: 'slug.current'}, slugText),
  /** What they do where they work. */
  role: z.nullable(line),
  organization: from({follow: true}, z.nullable(organizationView)),
  kind: z.nullable(guestKind),
  bio: z.nullable(paragraph),
  photo: imageView('photo'),
  links: z.array(linkView),
})

export type Guest = z.infer<typeof guestView>
