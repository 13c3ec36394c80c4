import {occurrencesInWindow} from './occurrences/occurrencesInWindow.ts'
import {
  flag,
  limitsOf,
  requireOptions,
  requireValue,
  text as textCheck,
  type OptionChecks,
} from './optionValues.ts'
import {describe} from './series/describe.ts'
import {readTiming} from './series/eventTiming.ts'
import {groupSeries} from './series/groupSeries.ts'
import {defaultCalendarLimits} from './limits.ts'
import {prepareText} from './text/prepareText.ts'
import {requireOptionNames} from './optionNames.ts'
import {ProblemList} from './problemList.ts'
import {scan} from './text/scan.ts'
import {SeriesIndex} from './series/seriesIndex.ts'
import {plainText} from './text/plainText.ts'
import {unescapeText} from './text/unescapeText.ts'
import {windowOf} from './occurrences/window.ts'
import {createTemplate} from './occurrences/writeOccurrence.ts'
import {CalendarZones} from './zones/calendarZones.ts'
import type {EventTiming} from './series/eventTiming.ts'
import type {CalendarLimits} from './limits.ts'
import type {Scan, ScannedCalendar} from './text/scan.ts'
import type {BetweenOptions, Calendar, Occurrence} from './types.ts'

/** Options of `parseCalendar`. */
export interface ParseOptions {
  /** Missing limits default to `defaultCalendarLimits`. */
  limits?: Partial<CalendarLimits>
  /**
   * Whether to decode an event's text only when a result contains it. Defaults to true.
   *
   * False decodes every event at once and checks every event for every window. The result is the same,
   * but slower. It exists for benchmarks and for the test that compares the two.
   */
  lazy?: boolean
}

const checks = {
  limits: limitsOf('the limits of parseCalendar', defaultCalendarLimits),
  lazy: flag,
} satisfies OptionChecks<ParseOptions>

const betweenOptions = {limit: true, timeZone: true} as const satisfies Record<
  keyof BetweenOptions,
  true
>

/**
 * Parses iCalendar text (RFC 5545) with one or more VCALENDARs.
 *
 * It never throws because of the content of the text. One bad event affects that event only, and everything wrong is
 * listed in `problems`.
 *
 * Parsing reads only the times of each event. Its text (title, description, links) is decoded when a
 * result first contains the event. Most events of a feed are outside the requested windows.
 *
 * @throws OptionError when the text is no string, or for an invalid option
 * @example
 * const calendar = parseCalendar(await readFile('meetings.ics', 'utf8'))
 * const {occurrences} = calendar.between('2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z')
 */
export function parseCalendar(text: string, options: ParseOptions = {}): Calendar {
  requireValue('parseCalendar', 'text', text, textCheck)
  requireOptions('parseCalendar', options, checks)
  const limits = {...defaultCalendarLimits, ...options.limits} satisfies CalendarLimits
  const problems = new ProblemList()
  const source = prepareText(text, limits, problems)
  const scanned = scan(source, limits, problems)
  const timings = readTimings(source, scanned, problems)
  const series = groupSeries(timings, problems)
  const title = titleOf(scanned)
  const lazy = options.lazy ?? true
  const templateOf = (timing: EventTiming): Occurrence =>
    (timing.template ??= decodeTemplate(source, timing, templateOf))
  if (!lazy) timings.forEach(templateOf)
  const index = new SeriesIndex(series)
  const eventCount = scanned.events.length
  return {
    ...(title === undefined ? {} : {title}),
    problems: problems.toArray(),
    eventCount,
    between: (from, to, query = {}) => {
      requireOptionNames('between', query, betweenOptions)
      const window = windowOf(from, to, query)
      const near = lazy ? index.near(window) : series
      return occurrencesInWindow(near, window, limits, validLimit(query), templateOf)
    },
  }
}

function validLimit({limit}: BetweenOptions): number | undefined {
  if (limit === undefined || (Number.isInteger(limit) && limit >= 0)) return limit
  throw new RangeError(`between: limit ${limit} is invalid. Use a whole number, 0 or more.`)
}

function readTimings(
  text: string,
  {calendars, events}: Scan,
  problems: ProblemList,
): EventTiming[] {
  const all = calendars.flatMap((calendar) => calendar.zones)
  const owners = calendars.map((calendar) => ({
    zones: new CalendarZones(calendar, all, problems),
    cancelled: isCancellation(calendar),
  }))
  return events.flatMap((event) => {
    const own = owners[event.calendar]
    return own ? (readTiming(text, event, own, problems) ?? []) : []
  })
}

function decodeTemplate(
  source: string,
  timing: EventTiming,
  templateOf: (timing: EventTiming) => Occurrence,
): Occurrence {
  const {description, unsafeUrl} = describe(source, timing.component)
  if (unsafeUrl !== undefined) timing.unsafeUrl = unsafeUrl
  const inherited = timing.main && templateOf(timing.main).classification
  return createTemplate(timing, description, inherited)
}

function isCancellation({properties}: ScannedCalendar): boolean {
  const method = properties.find(({name}) => name === 'METHOD')?.value
  return method?.trim().toUpperCase() === 'CANCEL'
}

function titleOf({calendars}: Scan): string | undefined {
  const properties = calendars.flatMap((calendar) => calendar.properties)
  for (const name of ['X-WR-CALNAME', 'NAME']) {
    const value = properties.find((property) => property.name === name)?.value.trim()
    if (value) return plainText(unescapeText(value))
  }
  return undefined
}
