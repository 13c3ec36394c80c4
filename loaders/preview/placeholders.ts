import type {PlainScalarName, ScalarName} from '@touchpoints/schemas/registry'
import * as z from 'zod/mini'

/** What a stand-in may tell of the place it stands in. */
export interface PlaceholderPosition {
  /** The property's name, for a text that says what is missing. */
  property: string
  /** UTC instant that counts as the present. */
  now: string
}

/**
 * A value that each format takes, shown in a preview where an editor has written nothing yet or
 * nothing that can be used. Texts say what is missing; the others keep a page from falling over.
 */
const standIns = {
  instant: ({now}) => now,
  calendarDate: ({now}) => now.slice(0, 10),
  wallTime: () => '00:00',
  timeZone: () => 'UTC',
  httpsUrl: () => 'https://example.invalid/',
  feedUrl: () => 'https://example.invalid/',
  href: () => '#',
  line: missingText,
  paragraph: missingText,
  slugText: () => 'draft',
  sitePath: () => '/',
  emailAddress: () => 'nobody@example.invalid',
  slackChannel: () => '#channel',
  youtubeId: () => '00000000000',
  youtubePlaylistId: () => 'PL0000000000',
  eventUid: () => 'none',
  minutes: () => 60,
  color: () => '#808080',
  interval: () => 1,
  ordinal: () => 1,
} as const satisfies Record<PlainScalarName, (place: PlaceholderPosition) => string | number>

export function placeholderOf(
  schema: z.core.$ZodType,
  scalar: ScalarName | undefined,
  place: PlaceholderPosition,
) {
  if (scalar && isStandIn(scalar)) return standIns[scalar](place)
  if (schema instanceof z.ZodMiniEnum) return Object.values(schema._zod.def.entries)[0]
  if (schema instanceof z.ZodMiniLiteral) return schema._zod.def.values[0]
  if (schema instanceof z.ZodMiniNumber) return 0
  if (schema instanceof z.ZodMiniBoolean) return false
  if (schema instanceof z.ZodMiniObject) return {}
  if (schema instanceof z.ZodMiniArray) return []
  return ''
}

/** What was written, cut to what its format takes, where that is only too long or oddly spaced. */
export function repairedText(scalar: ScalarName | undefined, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (scalar === 'line') return value.trim().replaceAll(/\s+/g, ' ').slice(0, 200).trim()
  return scalar === 'paragraph' ? value.slice(0, 5000) : undefined
}

function missingText({property}: PlaceholderPosition): string {
  return `(no ${property} yet)`
}

function isStandIn(scalar: ScalarName): scalar is keyof typeof standIns {
  return Object.hasOwn(standIns, scalar)
}
