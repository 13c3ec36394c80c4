import type {touchpointStatus} from '@touchpoints/schemas/scalars'
import type {BadgeTone} from '@sanity/ui'
import type * as z from 'zod/mini'

type Status = z.output<typeof touchpointStatus>

interface StatusTitle {
  title: string
  tone: BadgeTone
}

const statusTitles = {
  planned: {title: 'Tentative', tone: 'caution'},
  confirmed: {title: 'Confirmed', tone: 'positive'},
  cancelled: {title: 'Canceled', tone: 'critical'},
  held: {title: 'Held', tone: 'default'},
} as const satisfies Record<Status, StatusTitle>

const titles = new Map<string, StatusTitle>(Object.entries(statusTitles))

/** Returns the title and tone of a session's status. A stored text that is no status is shown as it is. */
export function statusTitle(status: string): StatusTitle {
  return titles.get(status) ?? {title: status, tone: 'default'}
}
