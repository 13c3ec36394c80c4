import type {BadgeTone} from '@sanity/ui'
import {touchpointStatus} from '@touchpoints/schemas/scalars'
import {statusWord} from '@touchpoints/words/plain'
import type * as z from 'zod/mini'

/** The color behind each status. The word says it too, because not everyone sees colors. */
const tones = {
  planned: 'caution',
  confirmed: 'positive',
  cancelled: 'critical',
  held: 'default',
} as const satisfies Record<z.output<typeof touchpointStatus>, BadgeTone>

/** Returns the title and tone of a session's status. A stored text that is no status is shown as it is. */
export function statusTitle(status: string): {title: string; tone: BadgeTone} {
  const known = touchpointStatus.safeParse(status)
  return known.success
    ? {title: statusWord({language: 'en'}, known.data), tone: tones[known.data]}
    : {title: status, tone: 'default'}
}
