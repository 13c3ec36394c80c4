import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {TouchpointInput} from '@touchpoints/calendar'
import * as z from 'zod/mini'

import {decodeText} from '../../calendar/fetch/decodeText.ts'
import {ownCases, ownFeedCases, sharedFolder} from '../../test/conformance/caseFolders.ts'
import type {Contender, Request, Shown} from './contenders.ts'

/** How many cases a contender shows right. */
export interface Score {
  right: number
  of: number
}

const expectedCase = z.object({
  windows: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      occurrences: z.array(
        z.object({
          start: z.string(),
          end: z.string(),
          allDay: z.boolean(),
          status: z.optional(z.string()),
        }),
      ),
    }),
  ),
})

/** Larger files, and three of four others, are left out: a contender takes minutes for all. */
const maxBytes = 20_000
const sampling = 4

/**
 * Counts the files of which a contender shows every date right, in each window. Start, end, all-day and, where
 * the case says so, the status are compared. UIDs and floating times are not, because pages don't show them.
 */
export async function calendarScores(
  name: 'calendar-cases' | 'feed-cases',
  contenders: Readonly<Record<string, Contender>>,
): Promise<Record<string, Score>> {
  const folder = sharedFolder(process.env, name)
  const files = folder
    ? join(folder, 'cases')
    : {'calendar-cases': ownCases, 'feed-cases': ownFeedCases}[name]
  const cases = readdirSync(files)
    .filter((file) => file.endsWith('.ics'))
    .toSorted()
    .filter((_, index) => name === 'feed-cases' || index % sampling === 0)
    .flatMap((file) => {
      const expected = join(files, `${file.slice(0, -4)}.expected.json`)
      const bytes = readFileSync(join(files, file))
      if (!existsSync(expected) || bytes.length > maxBytes) return []
      const {windows} = expectedCase.parse(JSON.parse(readFileSync(expected, 'utf8')))
      return [{text: decodeText(bytes, 'text/calendar; charset=utf-8'), windows}]
    })
  const requests = cases.flatMap(({text, windows}) =>
    windows.map(({from, to}) => ({texts: [text], sessions: [], from, to, now: from})),
  )
  return score(contenders, requests, (shown) => {
    let next = 0
    return cases.map(({windows}) =>
      windows
        .map(({occurrences, from, to}) => {
          const shownEvents = shown[next++]?.events ?? []
          const withStatus =
            name === 'feed-cases' && occurrences.some(({status}) => status !== undefined)
          const want = occurrences.map((each) => described(each, withStatus))
          // A page shows a month: what does not touch the window is not an error of the contender.
          const got = shownEvents
            .map((event) => ({event, text: described(event, withStatus)}))
            .filter(({event, text}) => want.includes(text) || overlaps(event, from, to))
          return (
            got
              .map(({text}) => text)
              .toSorted()
              .join('\n') === want.toSorted().join('\n')
          )
        })
        .every(Boolean),
    )
  })
}

interface Dated {
  start: string
  end: string
  allDay: boolean
  status?: string | undefined
}

/** A floating time is compared as if it were UTC. */
function described({start, end, allDay, status}: Dated, withStatus: boolean): string {
  return [start, end, allDay, withStatus && status === 'cancelled']
    .join(' ')
    .replaceAll(/(T\d{2}:\d{2}:\d{2})(?!Z)/g, '$1Z')
}

function overlaps({start, end}: Dated, from: string, to: string): boolean {
  const starts = Date.parse(start)
  return (
    starts < Date.parse(to) && (Date.parse(end) > Date.parse(from) || starts >= Date.parse(from))
  )
}

const mergeCase = z.object({
  feeds: z.optional(z.array(z.object({ics: z.optional(z.string())}))),
  cadences: z.optional(z.array(z.unknown())),
  touchpoints: z.optional(z.array(z.custom<TouchpointInput>())),
  window: z.object({from: z.string(), to: z.string(), now: z.string()}),
  want: z.object({
    events: z.array(
      z.object({
        start: z.string(),
        status: z.optional(z.union([z.string(), z.array(z.string())])),
        titleIncludes: z.optional(z.string()),
        optional: z.optional(z.boolean()),
      }),
    ),
    problems: z.optional(z.array(z.object({mentions: z.array(z.string())}))),
  }),
})

/**
 * Counts the merges that a contender shows right, and those of which it also reports what an editor should
 * see. Cases with cadences and with feeds that fail are left out: only touchpoints has these. Empty without the
 * shared cases.
 */
export async function mergeScores(
  contenders: Readonly<Record<string, Contender>>,
): Promise<{events: Record<string, Score>; reports: Record<string, Score>}> {
  const folder = sharedFolder(process.env, 'merge-cases')
  if (!folder) return {events: {}, reports: {}}
  const cases = z
    .array(mergeCase)
    .parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')))
    .filter(({cadences = [], feeds = []}) => cadences.length === 0 && feeds.every(({ics}) => ics))
  const requests = cases.map(({feeds = [], touchpoints = [], window}) => ({
    texts: feeds.flatMap(({ics}) => ics ?? []),
    sessions: touchpoints,
    ...window,
  }))
  const areEventsRight = (shown: readonly Shown[]) =>
    cases.map(({want}, index) => {
      const unmatched = [...want.events]
      const isExpected = (shown[index]?.events ?? []).every(({start, title, status}) => {
        const at = unmatched.findIndex(
          (one) =>
            one.start === start &&
            (one.status === undefined || [one.status].flat().includes(status ?? '')) &&
            (one.titleIncludes === undefined || title.includes(one.titleIncludes)),
        )
        if (at >= 0) unmatched.splice(at, 1)
        return at >= 0
      })
      return isExpected && unmatched.every(({optional}) => optional)
    })
  const areReported = (shown: readonly Shown[]) => {
    const right = areEventsRight(shown)
    return cases.map(
      ({want}, index) =>
        right[index] === true &&
        (want.problems ?? []).every(({mentions}) =>
          (shown[index]?.problems ?? []).some((problem) =>
            mentions.every((words) => words.split('|').some((word) => problem.includes(word))),
          ),
        ),
    )
  }
  return {
    events: await score(contenders, requests, areEventsRight),
    reports: await score(contenders, requests, areReported),
  }
}

async function score(
  contenders: Readonly<Record<string, Contender>>,
  requests: readonly Request[],
  judge: (shown: readonly Shown[]) => readonly boolean[],
): Promise<Record<string, Score>> {
  const scores: Record<string, Score> = {}
  for (const [name, contender] of Object.entries(contenders)) {
    const results = judge(await contender(requests))
    scores[name] = {right: results.filter(Boolean).length, of: results.length}
  }
  return scores
}
