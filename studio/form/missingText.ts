import {fieldsOf} from '@touchpoints/schemas/reading'
import type {PlainScalarName} from '@touchpoints/schemas/registry'

/** The facts of a schema type that say how its fields are filled in. */
export interface FillableType {
  name: string
  jsonType: string
  options?: unknown
}

/** An example of each scalar. */
const examples = {
  instant: '2026-03-12 17:30',
  calendarDate: '2026-03-12',
  wallTime: '17:30',
  timeZone: 'Europe/Madrid',
  httpsUrl: 'https://example.org/page',
  feedUrl: 'https://example.org/basic.ics',
  href: '/about/',
  line: 'Reading logs together',
  paragraph: 'What we read, and why.',
  slugText: 'spring-all-hands',
  sitePath: '/community/meetings/',
  emailAddress: 'info@example.org',
  youtubeId: 'Aj84quEIEug',
  youtubePlaylistId: 'PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5',
  eventUid: '4f1k2j@google.com',
  minutes: '60',
  color: '#0b57d0',
  interval: '2',
  ordinal: '1',
  dayOffset: '1',
  languageTag: 'en',
  regionCode: 'EMEA',
} as const satisfies Record<PlainScalarName, string>

/** What to do in fields with an input of their own. */
const ownInputs: Readonly<Record<string, string>> = {
  schedule: 'Enter the date, the time and the time zone, such as “next Thu 6 pm Madrid”',
  slug: 'Enter it, such as spring-all-hands',
  cadence: 'Choose a weekday and a time, such as Tuesday 17:30',
  reference: 'Select one, or create it',
  image: 'Upload a picture, such as a PNG file',
}

/** A name of a person or an organization has another example than a title. */
const ownNames: Readonly<Record<string, string>> = {
  name: 'Dana Wang',
  shortName: 'TODO',
}

/** Shown beside a field without a value, until someone has visited it. */
export const neededText = 'Needed to publish.'

/**
 * Returns the message for a field that has to have a value and has none: its label, and what to do.
 *
 * @param canGenerate - whether the button of a slug would make one: not without a Latin letter in the title
 * @example missingText('Title', 'title', {name: 'line', jsonType: 'string'})
 * // '“Title” is empty. Enter it, such as “Reading logs together”.'
 */
export function missingText(
  label: string,
  name: string,
  type: FillableType,
  canGenerate = false,
): string {
  const orGenerate = canGenerate ? ', or press Generate' : ''
  return `“${label}” is empty. ${howToFill(name, type)}${orGenerate}.`
}

function howToFill(name: string, type: FillableType): string {
  const own = ownInputs[type.name]
  if (own !== undefined) return own
  if (itemsOrNone(type.options).length > 0) return 'Choose one of the options'
  if (type.jsonType === 'array') return 'Add at least one item'
  if (type.jsonType === 'boolean') return 'Turn it on or off'
  if (type.jsonType === 'object') return 'Fill in its fields'
  const example = ownNames[name] ?? (isExampled(type.name) ? examples[type.name] : undefined)
  if (example !== undefined) return `Enter it, such as “${example}”`
  return type.jsonType === 'number' ? 'Enter a number, such as “12”' : 'Enter a text'
}

function itemsOrNone(options: unknown): readonly unknown[] {
  const {list} = fieldsOf(options)
  return Array.isArray(list) ? list : []
}

function isExampled(name: string): name is keyof typeof examples {
  return Object.hasOwn(examples, name)
}
