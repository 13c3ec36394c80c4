import type {CalendarLimits} from '../limits.ts'
import {ProblemList} from '../problemList.ts'
import {type ContentLine, parseContentLine} from '../text/contentLine.ts'
import {prepareText} from '../text/prepareText.ts'
import {scan, type ScannedEvent} from '../text/scan.ts'
import {unescapeText} from '../text/unescapeText.ts'
import {unfold} from '../text/unfold.ts'

/** What the text of a UID has that node-ical does not read. */
export interface EventFacts {
  /** VEVENTs without a RECURRENCE-ID. */
  events: number
  /** The most RRULEs of one VEVENT. */
  rules: number
  /** Whether a DTSTART is a time without a zone. */
  startsLocally: boolean
  hasAddedDates: boolean
  hasExcludedDates: boolean
  changesFollowing: boolean
  /** Whether another VCALENDAR follows. */
  isFollowed: boolean
  /** Whether a property has a name with small letters. */
  isLowerCase: boolean
}

/** Returns the facts about each UID of a calendar. An event without one has the UID ''. */
export function eventFacts(text: string, limits: CalendarLimits): Map<string, EventFacts> {
  const problems = new ProblemList()
  const source = prepareText(text, limits, problems)
  const facts = new Map<string, EventFacts>()
  const {calendars, events} = scan(source, limits, problems)
  for (const event of events) {
    const lines = linesOf(source, event)
    const count = (name: string) => lines.filter((line) => line.name === name).length
    const uid = unescapeText(lines.find(({name}) => name === 'UID')?.value ?? '')
    const known = facts.get(uid)
    const change = lines.find(({name}) => name === 'RECURRENCE-ID')
    const range = change?.params.get('RANGE')?.toUpperCase()
    facts.set(uid, {
      events: (known?.events ?? 0) + (change ? 0 : 1),
      rules: Math.max(known?.rules ?? 0, count('RRULE')),
      startsLocally: known?.startsLocally || lines.some(isLocalStart),
      hasAddedDates: known?.hasAddedDates || count('RDATE') > 0,
      hasExcludedDates: known?.hasExcludedDates || count('EXDATE') > 0,
      changesFollowing: known?.changesFollowing || range === 'THISANDFUTURE',
      isFollowed: known?.isFollowed || event.calendar < calendars.length - 1,
      isLowerCase: known?.isLowerCase || lines.some(({isLowerCase}) => isLowerCase),
    })
  }
  return facts
}

function isLocalStart({name, params, value}: ContentLine): boolean {
  return name === 'DTSTART' && !params.has('TZID') && /T\d+$/i.test(value.trim())
}

function linesOf(source: string, {refs}: ScannedEvent) {
  const lines = []
  for (let at = 0; at < refs.length; at += 3) {
    const written = unfold(source.slice(refs[at], refs[at + 1]))
    const line = parseContentLine(written, 0)
    if (line) lines.push({...line, isLowerCase: !written.startsWith(line.name)})
  }
  return lines
}
