import type {PlainScalarName, ScalarName} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import {takes} from '../results/parseView.ts'
import {isType} from '../views/isType.ts'
import {examplesOf} from './examples.ts'

/** The position of a placeholder. */
export interface PlaceholderPosition {
  /** Name of the property, for a text that says what is missing. */
  property: string
  /** Current time, a UTC instant. */
  now: string
}

/**
 * A valid value of each format. A preview shows it in place of a missing or invalid value. Texts say what
 * is missing; the others keep a page from failing.
 */
const placeholders = {
  instant: ({now}) => now,
  calendarDate: ({now}) => now.slice(0, 10),
  wallTime: () => '00:00',
  timeZone: () => 'UTC',
  httpsUrl: () => 'https://example.invalid/',
  feedUrl: () => 'https://example.invalid/',
  // Leads nowhere: no page has this anchor.
  href: () => '#draft',
  line: missingText,
  paragraph: missingText,
  slugText: () => 'draft',
  sitePath: () => '/',
  emailAddress: () => 'nobody@example.invalid',
  youtubeId: () => '00000000000',
  youtubePlaylistId: () => 'PL0000000000',
  eventUid: () => 'none',
  minutes: () => 60,
  color: () => '#808080',
  interval: () => 1,
  ordinal: () => 1,
  dayOffset: () => 0,
  languageTag: () => 'en',
  regionCode: () => 'Region',
} as const satisfies Record<PlainScalarName, (position: PlaceholderPosition) => string | number>

/** Returns a value for a schema: that of its scalar, or else the simplest one. */
export function placeholderOf(
  schema: z.core.$ZodType,
  scalar: ScalarName | undefined,
  position: PlaceholderPosition,
): unknown {
  if (scalar && hasPlaceholder(scalar)) return placeholders[scalar](position)
  // The first choice would publish the links of a session that has no audience yet.
  if (scalar === 'audience') return 'members'
  if (isType(schema, 'object')) return {}
  if (isType(schema, 'array')) return []
  return examplesOf(schema, position).find((example) => takes(schema, example)) ?? ''
}

/** Returns a text shortened or trimmed to its format. Undefined when that is not enough. */
export function repairedText(scalar: ScalarName | undefined, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (scalar === 'line') return value.trim().replaceAll(/\s+/g, ' ').slice(0, 200).trim()
  return scalar === 'paragraph' ? value.slice(0, 5000) : undefined
}

function missingText({property}: PlaceholderPosition): string {
  return `(no ${property} yet)`
}

function hasPlaceholder(scalar: ScalarName): scalar is keyof typeof placeholders {
  return Object.hasOwn(placeholders, scalar)
}
