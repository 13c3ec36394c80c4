import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {
  type CadenceInput,
  type EventSource,
  mergeEvents,
  parseCalendar,
  type TouchpointInput,
} from '@touchpoints/calendar'
import * as z from 'zod/mini'
import {describe, expect, test} from 'vitest'
import type {Recurrence} from '../../../calendar/time/index.ts'
import {slots} from './fakes.ts'

const file = resolve(import.meta.dirname, '../../../../shared/merge-cases/cases.json')

const feed = z.object({
  id: z.string(),
  title: z.string(),
  own: z.optional(z.boolean()),
  ics: z.optional(z.string()),
  failed: z.optional(z.object({code: z.string(), message: z.string()})),
})

/** The cases have one recurrence for each cadence, and name who meets. */
const cadence = z.object({
  of: z.enum(['series', 'working-group']),
  id: z.string(),
  title: z.string(),
  minutes: z.number(),
  recurrence: z.custom<Recurrence>(),
})

const mergeCase = z.object({
  name: z.string(),
  feeds: z.optional(z.array(feed)),
  cadences: z.optional(z.array(cadence)),
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
    problems: z.optional(
      z.array(z.object({mentions: z.array(z.string()), atMost: z.optional(z.number())})),
    ),
    noProblems: z.optional(z.boolean()),
  }),
})

type MergeCase = z.infer<typeof mergeCase>

describe.skipIf(!existsSync(file))(
  'the shared cases (skipped without ../shared/merge-cases)',
  () => {
    const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
    const list: unknown = Array.isArray(read) ? read : Object(read).cases
    test.each(z.array(mergeCase).parse(list))('$name', (each) => {
      expect(differencesOf(each)).toEqual([])
    })
  },
)

function sourcesOf({feeds = [], cadences = [], touchpoints = []}: MergeCase): EventSource[] {
  return [
    ...feeds.map(({id, title, own = false, ics, failed}): EventSource => {
      if (ics !== undefined) return {kind: 'feed', id, title, own, calendar: parseCalendar(ics)}
      return {kind: 'failed-feed', id, title, code: 'unreachable', message: failed?.message ?? ''}
    }),
    {kind: 'cadences', cadences: cadences.map(inputOf)},
    {kind: 'touchpoints', touchpoints},
  ]
}

function inputOf({of, recurrence, ...rest}: z.infer<typeof cadence>): CadenceInput {
  return {...rest, cadence: slots(recurrence), meets: of === 'series' ? 'scheduled' : 'standing'}
}

function differencesOf(each: MergeCase): string[] {
  const {want, window} = each
  const {events, problems} = mergeEvents(sourcesOf(each), window)
  const unmatched = [...want.events]
  const unexpected = events.flatMap(({start, status, title}) => {
    const at = unmatched.findIndex(
      (one) =>
        one.start === start &&
        (one.status === undefined || [one.status].flat().includes(status)) &&
        (one.titleIncludes === undefined || title.includes(one.titleIncludes)),
    )
    if (at < 0) return [`unexpected: ${start} ${status} ${title}`]
    unmatched.splice(at, 1)
    return []
  })
  const missing = unmatched
    .filter(({optional}) => !optional)
    .map((one) => `missing: ${JSON.stringify(one)}`)
  const texts = problems.map((problem) => JSON.stringify(problem))
  const wrong = (want.problems ?? []).flatMap(({mentions, atMost}) => {
    const found = texts.filter((text) =>
      mentions.every((words) => words.split('|').some((word) => hasWord(text, word))),
    )
    if (found.length === 0) return [`no problem mentions ${mentions.join(', ')}: ${texts.join()}`]
    return atMost !== undefined && found.length > atMost ? [`${found.length} problems`] : []
  })
  const extra = want.noProblems ? texts : []
  return [...unexpected, ...missing, ...wrong, ...extra]
}

function hasWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])|${escaped}T`, 'iu').test(
    text,
  )
}
