import type {SafeUrl} from '@touchpoints/calendar/links'
import {line, linkKind} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'
import {httpsUrl} from './url.ts'

export const typedLinkView = z.object({
  kind: linkKind,
  title: field({translated: true}, z.nullable(line)),
  url: httpsUrl,
})

/** A link with its purpose. */
export interface TypedLink {
  kind:
    | 'charter'
    | 'governance'
    | 'repository'
    | 'notes'
    | 'agenda'
    | 'roadmap'
    | 'board'
    | 'issues'
    | 'documentation'
    | 'website'
    | 'recordings'
    | 'calendar'
    | 'other'
  /** Text of the link. Null when the kind says enough. */
  title: string | null
  /** Absolute https address. */
  url: SafeUrl
}
