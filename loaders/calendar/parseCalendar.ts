import {parseContentLine} from './contentLine.ts'
import {describe} from './describe.ts'
import {readFrame} from './frame.ts'
import {defaultLimits} from './limits.ts'
import {epochOf, formatEpoch} from './moment.ts'
import {ProblemList} from './problemList.ts'
import {scan} from './scan.ts'
import {Series, supersedes} from './series.ts'
import {unescapeText} from './unescapeText.ts'
import {unfold} from './unfold.ts'
import {CalendarZones} from './zones/calendarZones.ts'
import {ianaZone} from './zones/ianaZone.ts'
import type {ContentLine} from './contentLine.ts'
import type {Description} from './describe.ts'
import type {Frame} from './frame.ts'
import type {CalendarLimits} from './limits.ts'
import type {Scan} from './scan.ts'
import type {Found, Window} from './series.ts'
import type {BetweenOptions, Calendar, Occurrence, OccurrencesAnswer} from './types.ts'

export interface ParseOptions {
  limits?: Partial<CalendarLimits>
}

/** Parses iCalendar text. Never throws for what the text holds: whatever is wrong is in `problems`. */
export function parseCalendar(text: string, options: ParseOptions = {}): Calendar {
  const limits = {...defaultLimits, ...options.limits} satisfies CalendarLimits
  const problems = new ProblemList()
  const source = prepare(text, limits, problems)
  const scanned = scan(source, limits, problems)
  const frames = readFrames(source, scanned, problems)
  const series = groupSeries(frames, problems)
  const title = titleOf(scanned)
  const descriptions = new Map<Frame, Description>()
  const describeFrame = (frame: Frame): Description => {
    const known = descriptions.get(frame)
    if (known) return known
    const description = describe(linesOf(source, frame))
    descriptions.set(frame, description)
    return description
  }
  const told = problems.toArray()
  return {
    ...(title === undefined ? {} : {title}),
    problems: told,
    eventCount: scanned.events.length,
    between: (from, to, asked = {}) =>
      answer(series, windowOf(from, to, asked), asked, limits, describeFrame),
  }
}

function prepare(text: string, limits: CalendarLimits, problems: ProblemList): string {
  let source = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (source.length > limits.characters) {
    problems.add({
      code: 'limit',
      message: `The text has ${source.length} characters; the first ${limits.characters} are read. Raise limits.characters, or ask for a smaller feed.`,
    })
    source = source.slice(0, limits.characters)
  }
  if (source.trim() === '') {
    problems.add({
      code: 'empty',
      message:
        'The text is empty. A calendar without events would still have BEGIN:VCALENDAR; check the address.',
    })
  } else if (!/^BEGIN:V(?:CALENDAR|EVENT)/im.test(source)) {
    const looksLikeHtml = /^\s*</.test(source)
    problems.add({
      code: 'not-a-calendar',
      line: 1,
      message: `The text is no calendar${looksLikeHtml ? ' but a web page, perhaps a sign-in page' : ''}: it has no BEGIN:VCALENDAR. Check the address, and that the calendar is public.`,
    })
    return ''
  }
  return source.includes('\n') ? source : source.replaceAll('\r', '\n')
}

function readFrames(text: string, {calendars, events}: Scan, problems: ProblemList): Frame[] {
  const all = calendars.flatMap((calendar) => calendar.zones)
  const zones = calendars.map((calendar) => new CalendarZones(calendar, all, problems))
  return events.flatMap((event) => {
    const own = zones[event.calendar]
    return own ? (readFrame(text, event, own, problems) ?? []) : []
  })
}

function groupSeries(frames: readonly Frame[], problems: ProblemList): Series[] {
  const groups = new Map<string, {master?: Frame; overrides: Frame[]}>()
  const series: Series[] = []
  for (const frame of frames) {
    if (frame.anonymous) {
      const [master, overrides] = frame.recurrenceId ? [undefined, [frame]] : [frame, []]
      series.push(new Series(master, overrides, problems))
      continue
    }
    const group = groups.get(frame.uid) ?? {overrides: []}
    groups.set(frame.uid, group)
    if (frame.recurrenceId) group.overrides.push(frame)
    else if (!group.master || supersedes(frame, group.master)) group.master = frame
  }
  for (const {master, overrides} of groups.values())
    series.push(new Series(master, overrides, problems))
  return series
}

function titleOf({calendars}: Scan): string | undefined {
  const properties = calendars.flatMap((calendar) => calendar.properties)
  for (const name of ['X-WR-CALNAME', 'NAME']) {
    const value = properties.find((property) => property.name === name)?.value.trim()
    if (value) return unescapeText(value)
  }
  return undefined
}

function linesOf(text: string, {event}: Frame): ContentLine[] {
  return unfold(text.slice(event.from, event.to))
    .split(/\r*\n/)
    .flatMap((line, index) => parseContentLine(line, event.line + index) ?? [])
}

function windowOf(from: string | Date, to: string | Date, {timeZone}: BetweenOptions): Window {
  const window = {from: instantOf(from, 'from'), to: instantOf(to, 'to')}
  if (window.from > window.to) {
    throw new RangeError('between(from, to): from is after to. Swap them.')
  }
  const zone = timeZone === undefined ? undefined : ianaZone(timeZone)
  if (timeZone !== undefined && !zone) {
    throw new RangeError(
      `between: timeZone "${timeZone}" is no IANA zone. Use a name such as Europe/Berlin.`,
    )
  }
  return {
    ...window,
    wallFrom: zone ? zone.toWall(window.from) : window.from,
    wallTo: zone ? zone.toWall(window.to) : window.to,
  }
}

function instantOf(value: string | Date, name: string): number {
  const ms = value instanceof Date ? value.getTime() : Date.parse(value)
  if (Number.isNaN(ms)) {
    throw new RangeError(
      `between: ${name} "${String(value)}" is no instant. Use ISO 8601 in UTC, such as 2024-03-28T13:00:00Z.`,
    )
  }
  return ms
}

function answer(
  series: readonly Series[],
  window: Window,
  asked: BetweenOptions,
  limits: CalendarLimits,
  describeFrame: (frame: Frame) => Description,
): OccurrencesAnswer {
  const problems = new ProblemList()
  const budget = {left: limits.steps}
  const found: Found[] = []
  const low = Math.min(window.from, window.wallFrom)
  const high = Math.max(window.to, window.wallTo)
  for (const one of series) {
    if (one.earliest > high || one.latest < low) continue
    const part = one.between(window, limits.occurrencesPerEvent, budget)
    for (const each of part.found) found.push(each)
    if (part.cut) problems.add({code: 'limit', message: 'x'})
  }
  found.sort(
    (a, b) =>
      a.from - b.from || (a.frame.uid < b.frame.uid ? -1 : a.frame.uid > b.frame.uid ? 1 : 0),
  )
  const kept = asked.limit === undefined ? found : found.slice(0, asked.limit)
  return {
    occurrences: kept.map((one) => occurrenceOf(one, describeFrame(one.frame))),
    problems: problems.toArray(),
  }
}

function occurrenceOf(
  {frame, start, from, to, recurrenceId}: Found,
  description: Description,
): Occurrence {
  const zone = start.kind === 'timed' ? start.zone.id : undefined
  return {
    uid: frame.uid,
    ...(recurrenceId ? {recurrenceId: formatEpoch(epochOf(recurrenceId), recurrenceId)} : {}),
    start: formatEpoch(from, start),
    end: formatEpoch(to, start),
    allDay: start.kind === 'date',
    floating: start.kind === 'floating',
    ...(zone === undefined || zone === 'UTC' ? {} : {timeZone: zone}),
    ...description,
    categories: [...description.categories],
  }
}
