import {defineType} from '@sanity/types'
import {weekdayNames} from '@touchpoints/calendar/time'
import {statusWord} from '@touchpoints/words/plain'
import * as z from 'zod/mini'

import type {ScalarName} from './registry/scalarNames.ts'
import * as scalars from './scalars.ts'

/** The Sanity type that stores each scalar, and its title in the Studio. */
const stored = {
  instant: {type: 'datetime', title: 'Date and time'},
  calendarDate: {type: 'date', title: 'Date'},
  wallTime: {type: 'string', title: 'Time'},
  timeZone: {type: 'string', title: 'Time zone'},
  httpsUrl: {type: 'url', title: 'Link'},
  feedUrl: {type: 'url', title: 'Calendar feed'},
  href: {type: 'string', title: 'Link or path'},
  line: {type: 'string', title: 'Line of text'},
  paragraph: {type: 'text', title: 'Text'},
  slugText: {type: 'string', title: 'Slug'},
  sitePath: {type: 'string', title: 'Path'},
  emailAddress: {type: 'string', title: 'Email address'},
  youtubeId: {type: 'string', title: 'YouTube video'},
  youtubePlaylistId: {type: 'string', title: 'YouTube playlist'},
  eventUid: {type: 'string', title: 'Calendar event UID'},
  minutes: {type: 'number', title: 'Minutes'},
  color: {type: 'string', title: 'Color'},
  interval: {type: 'number', title: 'Interval'},
  ordinal: {type: 'number', title: 'Week of month'},
  dayOffset: {type: 'number', title: 'Days after'},
  languageTag: {type: 'string', title: 'Language'},
  regionCode: {type: 'string', title: 'Short name'},
  weekday: {type: 'string', title: 'Weekday'},
  frequency: {type: 'string', title: 'Frequency'},
  weekParity: {type: 'string', title: 'Weeks'},
  monthlyOn: {type: 'string', title: 'Day of the month'},
  exceptionKind: {type: 'string', title: 'Kind of exception'},
  touchpointStatus: {type: 'string', title: 'Status'},
  appearanceRole: {type: 'string', title: 'Role'},
  agendaItemKind: {type: 'string', title: 'Kind of agenda item'},
  audience: {type: 'string', title: 'Audience'},
  recordingPolicy: {type: 'string', title: 'Recording policy'},
  meets: {type: 'string', title: 'Meets'},
  lifecycle: {type: 'string', title: 'State'},
  organizationKind: {type: 'string', title: 'Kind of organization'},
  workingGroupPhase: {type: 'string', title: 'Phase'},
  channelKind: {type: 'string', title: 'Kind of channel'},
  linkKind: {type: 'string', title: 'Kind of link'},
  availability: {type: 'string', title: 'Availability'},
  calendarOwnership: {type: 'string', title: 'Ownership'},
  nonPublicEvents: {type: 'string', title: 'Private events'},
  mailAddresses: {type: 'string', title: 'Email addresses'},
  filterAction: {type: 'string', title: 'Action'},
  decisionVerdict: {type: 'string', title: 'Decision'},
  sectionKind: {type: 'string', title: 'Kind of section'},
} as const satisfies Record<ScalarName, {type: string; title: string}>

/** The words that visitors read, so that an editor chooses what the page will say. */
const statusTitles = Object.fromEntries(
  scalars.touchpointStatus.options.map((status) => [status, statusWord({language: 'en'}, status)]),
)

/** Titles of stored values. Other values get a title in sentence case. */
const optionTitles: Record<string, string> = {
  ...weekdayNames,
  ...statusTitles,
  'leave-out': 'Leave out',
  busy: 'Show the time only, as “Busy”',
  own: 'This community',
  ofInterest: 'Another community',
  presentationOnly: 'Only the presentation is recorded',
  notRecorded: 'Not recorded',
  maintenance: 'In maintenance',
  same: 'Same meeting',
  different: 'Different meetings',
  questions: 'Questions and answers',
  updates: 'Updates from groups',
  irc: 'IRC',
  github: 'GitHub',
  standing: 'On each date, unless canceled',
  scheduled: 'When a session is scheduled',
  odd: 'Odd calendar weeks',
  even: 'Even calendar weeks',
  date: 'The same date each month',
  weekday: 'A weekday, such as the 1st Tuesday',
  businessDay: 'A business day, Monday to Friday',
}

/**
 * Returns the choices of an enum scalar for a list in the Studio. Empty for any other scalar.
 *
 * @example
 * scalarOptions('audience') // [{value: 'everyone', title: 'Everyone'}, {value: 'members', title: 'Members'}]
 */
export function scalarOptions(name: ScalarName): {value: string; title: string}[] {
  const schema = scalars[name]
  if (!(schema instanceof z.ZodMiniEnum)) return []
  return Object.values(schema._zod.def.entries).map((value) => ({
    value,
    title: optionTitles[value] ?? sentenceCase(value),
  }))
}

/**
 * Returns the title of a choice of an enum scalar, or undefined for any other value.
 *
 * @example optionTitle('availability', 'notRecorded') // 'Not recorded'
 */
export function optionTitle(name: ScalarName, value: unknown): string | undefined {
  return scalarOptions(name).find((option) => option.value === value)?.title
}

/** Returns what is wrong with a value of a scalar, or undefined. An absent value is valid. */
export function scalarProblem(name: ScalarName, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const result = z.safeParse(scalars[name], value)
  if (result.success) return undefined
  const options = scalarOptions(name)
  return options.length > 0
    ? `Expected one of: ${options.map((option) => option.title).join(', ')}.`
    : result.error.issues[0]?.message
}

interface Named {
  name: string
  title: string
  check: (value: unknown) => true | string
  list: {value: string; title: string}[]
}

/**
 * URL schemes that Sanity's own rule for `url` fields accepts.
 *
 * By default, it accepts http and https only. The scalar's check then narrows them.
 */
export const urlSchemes = ['https', 'webcal']

export function isUrlScalar(name: ScalarName): boolean {
  return stored[name].type === 'url'
}

// One builder for each Sanity type, because TypeScript can't call a method on a union of their rule types.
const builders = {
  string: ({name, title, check, list}: Named) =>
    defineType({
      name,
      title,
      type: 'string',
      ...(list.length > 0 && {options: {list, layout: list.length > 4 ? 'dropdown' : 'radio'}}),
      validation: (rule) => rule.custom(check),
    }),
  text: ({name, title, check}: Named) =>
    defineType({name, title, type: 'text', rows: 3, validation: (rule) => rule.custom(check)}),
  url: ({name, title, check}: Named) =>
    defineType({
      name,
      title,
      type: 'url',
      validation: (rule) => rule.uri({scheme: urlSchemes}).custom(check),
    }),
  number: ({name, title, check}: Named) =>
    defineType({name, title, type: 'number', validation: (rule) => rule.custom(check)}),
  date: ({name, title, check}: Named) =>
    defineType({name, title, type: 'date', validation: (rule) => rule.custom(check)}),
  datetime: ({name, title, check}: Named) =>
    defineType({name, title, type: 'datetime', validation: (rule) => rule.custom(check)}),
}

/** One named Sanity type for each scalar, so that the extracted schema keeps the scalar's name. */
export const scalarTypes = Object.entries(stored).map(([name, {type, title}]) => {
  if (!isScalarName(name)) throw new TypeError(`Unknown scalar "${name}".`)
  const scalar = {name, title, check: scalarCheck(name), list: scalarOptions(name)}
  return {...builders[type](scalar), name}
})

/** Returns the check of a scalar as a Sanity custom rule. */
export function scalarCheck(name: ScalarName): (value: unknown) => true | string {
  return (value) => scalarProblem(name, value) ?? true
}

function isScalarName(name: string): name is ScalarName {
  return Object.hasOwn(scalars, name)
}

function sentenceCase(word: string): string {
  const spaced = word.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
