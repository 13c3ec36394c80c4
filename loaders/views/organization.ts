import {httpsUrl, instant, line, organizationKind, slugText} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {imageView} from './image.ts'
import {from} from './source.ts'

export const organizationView = z.object({
  _id: z.string(),
  _type: z.literal('organization'),
  updatedAt: from({path: '_updatedAt'}, instant),
  name: line,
  slug: from({path: 'slug.current'}, slugText),
  url: z.nullable(httpsUrl),
  kind: z.nullable(organizationKind),
  logo: imageView('logo'),
})

export type Organization = z.infer<typeof organizationView>
