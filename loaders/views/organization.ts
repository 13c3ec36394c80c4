import type {SafeUrl} from '@touchpoints/calendar/links'
import {instant, line, organizationKind, slugText} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Image, imageView} from './image.ts'
import {field} from './source.ts'
import {httpsUrl} from './url.ts'

export const organizationView = z.object({
  _id: z.string(),
  _type: z.literal('organization'),
  updatedAt: field({path: '_updatedAt'}, instant),
  name: line,
  slug: field({path: 'slug.current'}, slugText),
  url: z.nullable(httpsUrl),
  kind: z.nullable(organizationKind),
  logo: imageView('logo'),
})

/** An organization that people work for, that leads a group, or that a calendar belongs to. */
export interface Organization {
  /** Document id. */
  _id: string
  _type: 'organization'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name, as the organization writes it. */
  name: string
  /** Identifies the organization in addresses: lower-case letters, digits and hyphens. */
  slug: string
  /** Its website: an absolute https address, or null. */
  url: SafeUrl | null
  /** Kind of organization. Null when not set. */
  kind: 'community' | 'foundation' | 'project' | 'company' | 'publicAdministration' | null
  /** Null when there is none. */
  logo: Image | null
}
