import {instant, line, paragraph, slugText} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Image, imageView} from './image.ts'
import {type Link, linkView} from './links.ts'
import {type Organization, organizationView} from './organization.ts'
import {field} from './source.ts'

export const guestView = z.object({
  _id: z.string(),
  _type: z.literal('guest'),
  updatedAt: field({path: '_updatedAt'}, instant),
  name: line,
  slug: field({path: 'slug.current'}, slugText),
  role: field({translated: true}, z.nullable(line)),
  organization: field({follow: true}, z.nullable(organizationView)),
  kind: field({label: true}, z.nullable(line)),
  bio: field({translated: true}, z.nullable(paragraph)),
  photo: imageView('photo'),
  links: z.array(linkView),
})

/** A person who takes part in sessions or moderates a working group. */
export interface Guest {
  /** Document id. */
  _id: string
  _type: 'guest'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name, as the person writes it. */
  name: string
  /** Identifies the person in addresses and filters: lower-case letters, digits and hyphens. */
  slug: string
  /** What they do at work. Null when not set. Their part in one session is `guests[].role` there. */
  role: string | null
  /** Employer. Null when not set. */
  organization: Organization | null
  /** Which part of the community they speak for, in its own word. Null when not set. */
  kind: string | null
  /** Short biography, plain text. Null when not set. */
  bio: string | null
  /** Portrait. Null when there is none. */
  photo: Image | null
  /** Their pages elsewhere. Empty when there are none. */
  links: Link[]
}
