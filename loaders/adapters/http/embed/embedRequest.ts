import {isTimeZone} from '@touchpoints/calendar/time'

import type {CalendarSnapshot} from '../../../feeds/readSnapshot.ts'
import {isForCachesOnly, requestedEvents} from '../eventFilter.ts'
import {HttpError} from '../HttpError.ts'

/** An element as the address of `embed.html` describes it. */
export interface EmbedRequest {
  element: 'calendar' | 'next'
  /** Filters, as in the address of `events.json`. */
  filters: URLSearchParams
  /** Attributes of the element. All values are valid. */
  attributes: ReadonlyMap<string, string>
  /** BCP 47 tag of the page. */
  language: string
  colorScheme: 'light' | 'dark' | 'light dark'
}

/** The rule of a parameter: what is valid, in words and as a test. */
interface Rule {
  valid: string
  test(value: string): boolean
}

const text = {valid: 'up to 200 characters', test: ({length}) => length <= 200} satisfies Rule
const oneOf = (...values: string[]): Rule => ({
  valid: values.join(', '),
  test: (value) => values.includes(value),
})

const tag = {
  valid: 'a language such as "de" or "es-MX"',
  test: (value) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(value),
} satisfies Rule

const shared = {
  'time-zone': {valid: 'an IANA time zone such as "Europe/Madrid"', test: isTimeZone},
  locale: tag,
  lang: tag,
  extra: text,
} as const satisfies Record<string, Rule>

/** Attributes by element. `src` and filters of the calendar become the address of `events.json`. */
export const embedAttributes = {
  calendar: {
    ...shared,
    view: oneOf('agenda', 'list', 'week', 'month'),
    days: {valid: 'a number from 1 to 9999', test: (value) => /^[1-9]\d{0,3}$/.test(value)},
  },
  next: {...shared, 'include-feeds': oneOf('', 'true')},
} as const satisfies Record<EmbedRequest['element'], Readonly<Record<string, Rule>>>

const filterNames = ['series', 'working-group', 'topic', 'region'] as const

const page = {
  element: oneOf('calendar', 'next'),
  'color-scheme': oneOf('light', 'dark'),
} as const satisfies Record<string, Rule>

/**
 * Reads the parameters of `embed.html`.
 *
 * @throws HttpError 400 for an unknown parameter or a value that is not valid, 404 for a filter that matches
 * no document
 */
export function readEmbedRequest(query: URLSearchParams, snapshot: CalendarSnapshot): EmbedRequest {
  const element = query.get('element') === 'next' ? 'next' : 'calendar'
  const rules = new Map<string, Rule>([
    ...Object.entries(page),
    ...filterNames.map((name) => [name, text] as const),
    ...Object.entries<Rule>(embedAttributes[element]),
  ])
  const attributes = new Map<string, string>()
  const filters = new URLSearchParams()
  for (const [name, value] of query) {
    if (isForCachesOnly(name)) continue
    checkOnce(name, query)
    checkParameter(name, value, rules)
    const isFilter = filterNames.some((each) => each === name)
    if (isFilter) filters.set(name, value)
    // The element for the next event has the filters as attributes too: a group includes all its events.
    if (!(name in page) && (!isFilter || element === 'next')) attributes.set(name, value)
  }
  // Throws for an unknown series, group or region.
  const selected = requestedEvents(snapshot, filters)
  const topic = filters.get('topic')
  if (topic !== null && selected.length === 0) checkTopic(topic, snapshot)
  const scheme = query.get('color-scheme')
  return {
    element,
    filters,
    attributes,
    language: attributes.get('lang') ?? attributes.get('locale') ?? snapshot.language,
    colorScheme: scheme === 'light' || scheme === 'dark' ? scheme : 'light dark',
  }
}

/** @throws HttpError 400 for a parameter that an address has twice: readers differ in which one counts */
export function checkOnce(name: string, query: URLSearchParams): void {
  if (query.getAll(name).length < 2) return
  const message = `The parameter "${name.slice(0, 200)}" occurs twice. Use it once.`
  throw new HttpError(400, 'duplicate-parameter', message)
}

function checkTopic(topic: string, {document}: CalendarSnapshot): void {
  const known = [...new Set(document.events.flatMap(({topics}) => topics))]
  if (known.some((each) => each.toLowerCase() === topic.toLowerCase())) return
  const some = known.length > 0 && known.length <= 40 ? ` Use one of: ${known.join(', ')}.` : ''
  throw new HttpError(404, 'not-found', `Unknown topic "${topic}".${some}`)
}

function checkParameter(name: string, value: string, rules: ReadonlyMap<string, Rule>): void {
  const rule = rules.get(name)
  if (!rule) {
    const known = [...rules.keys()].join(', ')
    const message = `Unknown parameter "${name.slice(0, 200)}". Use one of: ${known}.`
    throw new HttpError(400, 'unknown-parameter', message)
  }
  if (rule.test(value)) return
  const message = `${name} is "${value.slice(0, 200)}". Use ${rule.valid}.`
  throw new HttpError(400, 'invalid-parameter', message)
}
