import {isNameChar, parseContentLine} from './contentLine.ts'
import {unescapeText} from './unescapeText.ts'
import {unfold} from './unfold.ts'
import type {ContentLine} from './contentLine.ts'
import type {CalendarLimits} from '../limits.ts'
import type {ProblemList} from '../problemList.ts'

/** Position of a component in the text, from its BEGIN to the end of its END line. */
export interface Component {
  from: number
  to: number
  /** 1-based line of its BEGIN. */
  line: number
}

/** A VEVENT and the positions of its properties about time. Nothing is decoded yet. */
export interface ScannedEvent extends Component {
  /** Index of its VCALENDAR. */
  calendar: number
  /** Triples (start, end, line) for each property about time, identity or order. */
  refs: number[]
}

/** A VTIMEZONE: its own lines and those of each STANDARD and DAYLIGHT. */
export interface ScannedZone {
  tzid: string
  line: number
  location?: string
  observances: ContentLine[][]
}

/** A VCALENDAR's own properties and zones. */
export interface ScannedCalendar {
  properties: ContentLine[]
  zones: ScannedZone[]
}

export interface Scan {
  calendars: ScannedCalendar[]
  events: ScannedEvent[]
}

/** The properties that define when an event takes place and identify it. */
const timeProperties = new Set([
  'UID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SEQUENCE',
  'DTSTAMP',
])
const maxNameLength = 13

/**
 * Finds the bounds of every component and of its properties about time, in one pass.
 *
 * It decodes nothing. Most events of a big feed are outside the requested window and never need
 * decoding.
 *
 * Structure is read leniently, so that one missing END does not cost the other events. A BEGIN:VEVENT
 * inside a VEVENT ends the open one. The END of an outer component ends everything open inside it. Each
 * case is reported.
 */
export function scan(text: string, limits: CalendarLimits, problems: ProblemList): Scan {
  const scanner = new Scanner(text, limits, problems)
  let at = 0
  let line = 1
  while (at < text.length) {
    const first = line
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    let next = end + 1
    line++
    let folded = false
    while (next < text.length && isBlank(text.charCodeAt(next))) {
      folded = true
      end = text.indexOf('\n', next)
      if (end < 0) end = text.length
      next = end + 1
      line++
    }
    while (end > at && text.charCodeAt(end - 1) === 0x0d) end--
    if (end > at) scanner.line(at, end, first, folded)
    at = next
  }
  scanner.finish()
  return scanner.result
}

class Scanner {
  readonly result: Scan = {calendars: [], events: []}
  readonly #text: string
  readonly #limits: CalendarLimits
  readonly #problems: ProblemList
  #event: ScannedEvent | undefined
  #zone: ScannedZone | undefined
  #observance: ContentLine[] | undefined
  /** Names of the open components inside the event, or outside of any event. */
  #open: string[] = []
  #calendarOpen = false
  #overflow = 0

  constructor(text: string, limits: CalendarLimits, problems: ProblemList) {
    this.#text = text
    this.#limits = limits
    this.#problems = problems
  }

  line(from: number, to: number, line: number, folded: boolean): void {
    const text = this.#text
    let nameEnd = from
    while (nameEnd < to && isNameChar(text.charCodeAt(nameEnd))) nameEnd++
    const after = nameEnd < to ? text.charCodeAt(nameEnd) : 0
    if (nameEnd === from || (after !== colon && after !== semicolon)) {
      if (folded && nameEnd > from) this.#foldedName(from, to, line)
      else this.#badLine(from, to, line)
      return
    }
    if (after === semicolon && !hasParameterName(text, nameEnd + 1, to)) {
      this.#badLine(from, to, line)
      return
    }
    if (nameEnd - from > maxNameLength) {
      if (!this.#event && this.#zone === undefined) this.#calendarProperty(from, to, line)
      return
    }
    this.#named(text.slice(from, nameEnd).toUpperCase(), from, to, line)
  }

  /** Handles a folded property name, which is legal: unfolds the line and parses it again. */
  #foldedName(from: number, to: number, line: number): void {
    const parsed = parseContentLine(unfold(this.#text.slice(from, to)), line)
    if (parsed) this.#named(parsed.name, from, to, line)
    else this.#badLine(from, to, line)
  }

  #named(name: string, from: number, to: number, line: number): void {
    if (name === 'BEGIN') this.#begin(this.#valueOf(from, to, line), from, line)
    else if (name === 'END') this.#end(this.#valueOf(from, to, line), from, to, line)
    else if (this.#event) {
      if (this.#open.length === 0 && timeProperties.has(name)) this.#event.refs.push(from, to, line)
    } else if (this.#zone) this.#zoneProperty(from, to, line)
    else this.#calendarProperty(from, to, line)
  }

  #parse(from: number, to: number, line: number): ContentLine | undefined {
    return parseContentLine(unfold(this.#text.slice(from, to)), line)
  }

  #valueOf(from: number, to: number, line: number): string {
    return this.#parse(from, to, line)?.value.trim().toUpperCase() ?? ''
  }

  #begin(name: string, from: number, line: number): void {
    if (name === 'VEVENT') {
      if (this.#event) this.#closeUnended(from, line)
      this.#event = {calendar: this.#calendar(), from, to: from, line, refs: []}
      this.#open = []
      return
    }
    if (name === 'VCALENDAR') {
      if (this.#event) this.#closeUnended(from, line)
      if (this.#calendarOpen) this.#truncatedCalendar(line)
      this.result.calendars.push({properties: [], zones: []})
      this.#calendarOpen = true
      this.#open = []
      this.#zone = undefined
      return
    }
    if (!this.#event && name === 'VTIMEZONE') {
      this.#zone = {tzid: '', line, observances: []}
      return
    }
    if (this.#zone && (name === 'STANDARD' || name === 'DAYLIGHT')) {
      this.#observance = []
      return
    }
    this.#open.push(name)
  }

  #end(name: string, from: number, to: number, line: number): void {
    if (name === 'VEVENT' && this.#event) {
      this.#reportOpen(line)
      this.#event.to = to
      this.#addEvent(this.#event)
      this.#event = undefined
      this.#open = []
      return
    }
    if (name === 'VCALENDAR' && this.#calendarOpen) {
      if (this.#event) this.#closeUnended(from, line)
      this.#reportOpen(line)
      this.#calendarOpen = false
      this.#zone = undefined
      this.#open = []
      return
    }
    if (name === 'VTIMEZONE' && this.#zone) {
      this.result.calendars[this.#calendar()]?.zones.push(this.#zone)
      this.#zone = undefined
      this.#observance = undefined
      return
    }
    if ((name === 'STANDARD' || name === 'DAYLIGHT') && this.#observance) {
      this.#zone?.observances.push(this.#observance)
      this.#observance = undefined
      return
    }
    const open = this.#open.lastIndexOf(name)
    if (open >= 0) this.#open.length = open
    else this.#report(line, `END:${name.slice(0, 40)} has no matching BEGIN; ignored.`)
  }

  #reportOpen(line: number): void {
    const [first] = this.#open
    if (first === undefined) return
    const more = this.#open.length > 1 ? ` and ${this.#open.length - 1} more` : ''
    this.#report(
      line,
      `BEGIN:${first.slice(0, 40)}${more} before this line has no END; treated as ending here. Add the missing line.`,
    )
  }

  #closeUnended(from: number, line: number): void {
    if (!this.#event) return
    this.#report(
      this.#event.line,
      `This VEVENT has no END:VEVENT before line ${line}; treated as ending there. Add the missing line.`,
    )
    this.#event.to = from
    this.#addEvent(this.#event)
    this.#event = undefined
    this.#open = []
  }

  #addEvent(event: ScannedEvent): void {
    if (this.result.events.length < this.#limits.components) this.result.events.push(event)
    else this.#overflow++
  }

  #zoneProperty(from: number, to: number, line: number): void {
    const parsed = this.#parse(from, to, line)
    if (!parsed || !this.#zone) return
    if (this.#observance) this.#observance.push(parsed)
    else if (parsed.name === 'TZID') this.#zone.tzid = unescapeText(parsed.value).trim()
    else if (parsed.name === 'X-LIC-LOCATION') this.#zone.location = parsed.value.trim()
  }

  #calendarProperty(from: number, to: number, line: number): void {
    if (this.#open.length > 0 || !this.#calendarOpen) return
    const properties = this.result.calendars[this.#calendar()]?.properties
    if (!properties || properties.length >= maxCalendarProperties) return
    const parsed = this.#parse(from, to, line)
    if (parsed) properties.push(parsed)
  }

  /** Returns the index of the open VCALENDAR. Creates one for components outside of any. */
  #calendar(): number {
    if (this.result.calendars.length === 0) this.result.calendars.push({properties: [], zones: []})
    return this.result.calendars.length - 1
  }

  finish(): void {
    if (this.#event) {
      const uid = this.#uidOf(this.#event)
      this.#problems.add({
        code: 'truncated',
        line: this.#event.line,
        ...(uid === undefined ? {} : {uid}),
        message:
          'The text ends inside this VEVENT. The event is left out, because the missing part may matter. Fetch the feed again.',
      })
    }
    if (this.#calendarOpen) this.#truncatedCalendar()
    if (this.#overflow > 0) {
      this.#problems.add({
        code: 'limit',
        message: `The text has more than ${this.#limits.components} VEVENTs; the other ${this.#overflow} are left out. Raise limits.components, or use a smaller feed.`,
      })
    }
  }

  #uidOf(event: ScannedEvent): string | undefined {
    for (let at = 0; at < event.refs.length; at += 3) {
      const parsed = this.#parse(event.refs[at] ?? 0, event.refs[at + 1] ?? 0, 0)
      if (parsed?.name === 'UID') return parsed.value
    }
    return undefined
  }

  #truncatedCalendar(line?: number): void {
    this.#problems.add({
      code: 'truncated',
      ...(line === undefined ? {} : {line}),
      message:
        'A VCALENDAR has no END:VCALENDAR, so the text was probably cut off. The events up to there are used. Fetch the feed again.',
    })
  }

  #badLine(from: number, to: number, line: number): void {
    const shown = this.#text.slice(from, Math.min(to, from + 60))
    this.#problems.add({
      code: 'bad-line',
      line,
      message: `"${shown}${to - from > 60 ? '…' : ''}" is not a property (RFC 5545 section 3.1: name, parameters, colon, value); line skipped.`,
    })
  }

  #report(line: number, message: string): void {
    this.#problems.add({code: 'bad-component', line, message})
  }
}

const colon = 0x3a
const semicolon = 0x3b
const maxCalendarProperties = 200

function isBlank(char: number): boolean {
  return char === 0x20 || char === 0x09
}

/** Returns whether a parameter with a valid name begins here, such as `TZID=`. */
function hasParameterName(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to && isNameChar(text.charCodeAt(at))) at++
  // A name that continues in the next folded line is checked when the line is decoded.
  const char = text.charCodeAt(at)
  return (at > from && char === 0x3d) || char === 0x0d || char === 0x0a
}
