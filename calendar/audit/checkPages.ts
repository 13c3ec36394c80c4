import {roomOf} from '../links/index.ts'
import {titleKey} from '../merge/compareTitles.ts'
import type {MergedEvent} from '../merge/mergedEvent.ts'
import {dateIn, toMs} from '../merge/time.ts'
import {wallClock} from '../time/index.ts'
import {compareTimes, differenceText, type TimeRelation} from './compareTimes.ts'
import type {Draft} from './draft.ts'
import type {FindingSource} from './finding.ts'
import {type PageLine, type PageTime, readPage} from './readPage.ts'
import type {Statements} from './statements.ts'

/** A page that announces meetings, or the reason why it could not be read. */
export type Page = {url: string; text: string} | {url: string; failure: string}

/** A page of people names fewer times. Each one costs a comparison with every date of a meeting. */
const maxLines = 100

/** Compares the times and rooms on pages with the merged events. */
export function checkPages(statements: Statements, pages: readonly Page[]): Draft[] {
  if (pages.length === 0) return []
  const meetings = meetingsOf(statements)
  return pages.flatMap((page): Draft[] => {
    if ('failure' in page) return [unreadable(page)]
    return statementsOn(page.text, meetings)
      .slice(0, maxLines)
      .flatMap(({line, meeting}) => [
        ...timesOn(line, meeting, page.url, statements.now),
        ...roomsOn(line, meeting, page.url),
      ])
  })
}

interface PageStatement {
  line: PageLine
  meeting: Meeting
}

/** Returns what the page says about meetings, each statement once. */
function statementsOn(text: string, meetings: readonly Meeting[]): PageStatement[] {
  const found = new Map<string, PageStatement>()
  for (const line of readPage(text)) {
    const meeting = meetingOn(line, meetings)
    if (!meeting) continue
    const {times, weekdays, rooms} = line
    found.set(JSON.stringify([meeting.title, times, weekdays, rooms]), {line, meeting})
  }
  return [...found.values()]
}

interface Meeting {
  title: string
  words: readonly string[]
  events: MergedEvent[]
}

/** Returns the community's meetings, by each title that a source gives them, the longest title first. */
function meetingsOf({events}: Statements): Meeting[] {
  const titled = events
    .filter(({status, allDay, floating}) => status !== 'cancelled' && !allDay && !floating)
    .flatMap((event) =>
      event.sources.flatMap((source) =>
        source.kind === 'feed' && !source.own ? [] : [{title: source.title, event}],
      ),
    )
  const meetings = [...Map.groupBy(titled, ({title}) => titleKey(title))].flatMap(([key, some]) => {
    const [first] = some
    if (!first || key === '') return []
    const unique = new Set(some.map(({event}) => event))
    return [{title: first.title, words: key.split(' '), events: [...unique]}]
  })
  return meetings.toSorted((a, b) => b.words.length - a.words.length)
}

/** Finds the meeting that a line is about: the longest title with all of its words in the line, or in one above. */
function meetingOn({words, above}: PageLine, meetings: readonly Meeting[]): Meeting | undefined {
  for (const line of [words, ...above]) {
    const meeting = meetings.find((each) => each.words.every((word) => line.has(word)))
    if (meeting) return meeting
  }
  return undefined
}

/** "08:00 PT / 17:00 CET" names one time in several zones. The first one that is wrong is reported. */
function timesOn(line: PageLine, {title, events}: Meeting, url: string, now: number): Draft[] {
  if (events.length < 2) return []
  for (const time of line.times) {
    const readings = time.zones.map((zone) => readingOf(time, zone, line, events))
    if (readings.some(({relation}) => relation.kind === 'agree')) continue
    // The first zone is the one that people usually mean.
    const [first] = readings
    return first ? [timeDraft(time, first, title, url, now)] : []
  }
  return []
}

const localTime = {allDay: false, floating: true} as const

interface Reading {
  zone: string
  relation: TimeRelation
}

function readingOf(
  {time}: PageTime,
  zone: string,
  line: PageLine,
  events: readonly MergedEvent[],
): Reading {
  const clocks = events.map(({start, timeZone}) => ({
    startMs: Date.parse(start),
    timeZone,
    clock: wallClock(start, zone),
  }))
  const onDay = clocks.filter(
    ({clock}) => line.weekdays.length === 0 || line.weekdays.includes(clock.weekday),
  )
  if (onDay.length === 0) return {zone, relation: {kind: 'unrelated'}}
  const expected = onDay.map(({clock}) => toMs(`${clock.date}T${time}`, localTime, zone))
  return {zone, relation: compareTimes(expected, onDay, zone)}
}

function timeDraft(
  {time, written}: PageTime,
  {zone, relation}: Reading,
  title: string,
  url: string,
  now: number,
): Draft {
  const source: FindingSource = {kind: 'page', id: url, name: url}
  const common = {
    level: 'error' as const,
    sources: [source],
    about: titleKey(title).replaceAll(' ', '-'),
  }
  if (relation.kind === 'other-zone') {
    const differing = relation.pairs.filter(
      ({difference, actualMs}) => difference !== 0 && actualMs > now,
    )
    return {
      ...common,
      code: 'wrong-zone',
      dates: differing.map(({actualMs}) => dateIn(actualMs, zone)),
      message: (dates) =>
        `The page ${url} says ${time} ${written} for "${title}", but the calendar keeps ${relation.time} in ${relation.zone}. ${relation.held === 0 ? 'They never agree' : 'They differ while the clocks do'}${dates ? `, next on ${dates}` : ''}. Name the calendar's time zone on the page.`,
    }
  }
  const how =
    relation.kind === 'retimed'
      ? `the calendar has it ${differenceText(relation.difference)}`
      : 'the calendar has no such time'
  return {
    ...common,
    code: 'page-differs',
    dates: [],
    message: () =>
      `The page ${url} says ${time} ${written} for "${title}", but ${how}. Correct the page or the calendar.`,
  }
}

function roomsOn({rooms}: PageLine, {title, events}: Meeting, url: string): Draft[] {
  const own = new Set(events.flatMap(({joinUrl}) => roomOf(joinUrl) ?? []))
  const [room] = rooms
  if (room === undefined || own.size === 0) return []
  if (rooms.some((each) => own.has(roomOf(each) ?? ''))) return []
  return [
    {
      code: 'other-room',
      level: 'warning',
      sources: [{kind: 'page', id: url, name: url}],
      about: titleKey(title).replaceAll(' ', '-'),
      dates: [],
      message: () =>
        `The page ${url} links to ${room} for "${title}", but the calendar has another room. Correct the page or the calendar.`,
    },
  ]
}

function unreadable({url, failure}: {url: string; failure: string}): Draft {
  return {
    code: 'unreadable-page',
    level: 'warning',
    sources: [{kind: 'page', id: url, name: url}],
    dates: [],
    message: () => `The page ${url} could not be read: ${failure} Check its address.`,
  }
}
