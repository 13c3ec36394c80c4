import {line, slugText} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {defaultTitle} from './defaultTitle.ts'
import {field} from './source.ts'

/** A group, as other documents name it. */
export const groupReferenceView = z.object({
  _id: z.string(),
  _type: z.literal('workingGroup'),
  title: field({translated: true}, line),
  defaultTitle,
  slug: field({path: 'slug.current'}, slugText),
  kind: field({label: true}, z.nullable(line)),
})

/** A group, as other documents name it. */
export interface GroupReference {
  /** Document id. */
  _id: string
  _type: 'workingGroup'
  /** Name of the group. */
  title: string
  /** Title in the default language of the community. Calendars of others have this one. */
  defaultTitle: string
  /** Slug of the group. */
  slug: string
  /** The community's own word for it, such as SIG. Null when not set. */
  kind: string | null
}
