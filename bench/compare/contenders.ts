import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {mergeEvents, parseCalendar, type TouchpointInput} from '@touchpoints/calendar'
import * as z from 'zod/mini'

import {mergedEvents} from './programs/byHand/calendar.ts'

/** What a page is to show: the sessions and feeds of a community, in a window. */
export interface Request {
  texts: readonly string[]
  sessions: readonly TouchpointInput[]
  from: string
  to: string
  now: string
}

export interface ShownEvent {
  title: string
  start: string
  end: string
  allDay: boolean
  /** Undefined when the page does not show it. */
  status: string | undefined
}

export interface Shown {
  events: ShownEvent[]
  /** What the program reports to editors, as texts. */
  problems: string[]
}

/** Answers many requests, because one contender runs in a process of its own. */
export type Contender = (requests: readonly Request[]) => Shown[] | Promise<Shown[]>

const none: Shown = {events: [], problems: []}

export function touchpoints(requests: readonly Request[]): Shown[] {
  return requests.map(({texts, sessions, ...window}) => {
    const feeds = texts.map((text, index) => ({
      kind: 'feed' as const,
      id: `calendar-${index}`,
      title: `Calendar ${index}`,
      own: index === 0,
      // The others show private events, and the cases contain some.
      nonPublicEvents: 'show' as const,
      calendar: parseCalendar(text),
    }))
    const {events, problems} = mergeEvents(
      [...feeds, {kind: 'touchpoints', touchpoints: [...sessions]}],
      window,
    )
    return {events, problems: problems.map((problem) => JSON.stringify(problem))}
  })
}

/** Also for next-sanity and @sanity/astro, which return documents and read no feeds. */
export function byHand(requests: readonly Request[]): Shown[] {
  return requests.map(({texts, sessions, from, to}) => {
    try {
      const own = sessions.map(({title, start, minutes, status, eventUid}) => ({
        title,
        start,
        minutes,
        status,
        eventUid: eventUid ?? null,
      }))
      return {events: mergedEvents(own, texts, new Date(from), new Date(to)), problems: []}
    } catch {
      return none
    }
  })
}

const shownEvents = z.array(
  z.object({title: z.string(), start: z.string(), end: z.string(), allDay: z.boolean()}),
)

/** Milliseconds for one request. A calendar that takes longer counts as wrong: one did not answer in 20 seconds. */
const patience = 3000

/** @param folder - with the packages of the program */
export function fullCalendar(folder: string): Contender {
  return async (requests) => {
    const files = mkdtempSync(join(tmpdir(), 'compare-'))
    const file = join(files, 'requests.json')
    writeFileSync(file, JSON.stringify(requests))
    const lines: string[] = []
    try {
      while (lines.length < requests.length) {
        await readLines(folder, [file, String(lines.length)], (line) => lines.push(line))
        // It ended, or was ended, at the next request.
        if (lines.length < requests.length) lines.push('[]')
      }
    } finally {
      rmSync(files, {recursive: true})
    }
    return requests.map(({sessions}, index) => ({
      // Sessions are a source of their own, which nothing merges.
      events: [
        ...shownEvents.parse(JSON.parse(lines[index] ?? '[]')).map((event) => ({
          ...event,
          start: isoOf(event.start),
          end: isoOf(event.end === '' ? event.start : event.end),
          status: undefined,
        })),
        ...sessions.map(({title, start, minutes, status}) => ({
          title,
          start,
          end: isoOf(new Date(Date.parse(start) + minutes * 60_000).toISOString()),
          allDay: false,
          status,
        })),
      ],
      problems: [],
    }))
  }
}

async function readLines(cwd: string, argv: string[], onLine: (line: string) => void) {
  const program = resolve(import.meta.dirname, 'fullCalendarEvents.mjs')
  const child = spawn(process.execPath, [program, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  // The first line takes longer: the program is bundled first.
  let timer = setTimeout(() => child.kill('SIGKILL'), 4 * patience)
  for await (const line of createInterface({input: child.stdout})) {
    onLine(line)
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), patience)
  }
  clearTimeout(timer)
}

function isoOf(text: string): string {
  return text.length === 10 ? text : `${new Date(text).toISOString().slice(0, 19)}Z`
}
