import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {cadenceDates} from '@touchpoints/calendar/time'
import {readCadence, type QuestionCode} from '@touchpoints/calendar/rhythm'
import {describe, expect, test} from 'vitest'

/** Rhythms that real communities publish, with the starts that two other libraries computed. */
const file = resolve(import.meta.dirname, '../../../../shared/communities/cadences.json')
const today = '2026-09-01'

/**
 * What the reader asks about, or why it keeps the words. All other rhythms are read to dates.
 *
 * Four of them have starts in the corpus. The words don't give these: "fourteen single dates" names three,
 * "two or three weeks later" is no date, and two rhythms have no first date or an unexplained gap.
 */
const expected: Readonly<Record<string, readonly QuestionCode[] | string>> = {
  'k8s-contribex-interleaved': ['turn-order'],
  'k8s-provider-alibaba': ['which-day'],
  'k8s-wg-device-management': ['which-weeks'],
  'k8s-capi-ibm': ['which-weeks', 'which-zone'],
  'rust-resolver-office-hours': ['not-understood'],
  'rust-spec-async': ['which-day'],
  'rust-perf-triage-rotation': ['no-time', 'turn-order'],
  'rust-clippy-release': 'The entries last all day, so they have no start time.',
  'finos-cdm-collateral': ['not-understood'],
  'finos-toc-two-days': ['not-understood', 'which-weeks'],
  'finos-regulation-sig': ['not-understood'],
  'otel-collector': ['turn-order'],
  'otel-service-semconv': ['turn-order'],
  'otel-java': ['which-weeks'],
  'otel-genai': ['which-weeks'],
  'otel-localization-ro': 'The dates vary, so no rule gives them.',
  'otel-localization-es': ['two-readings'],
  'spdx-serialization': ['which-weeks'],
  'spdx-paused-groups': 'The meeting is paused.',
  'ossf-repos-alternating': ['turn-order'],
  'ossf-fuzzing': ['all-or-in-turn', 'not-understood', 'which-day', 'which-weeks'],
  'ossf-best-cpp': ['which-day'],
  'ossf-best-python': ['hours-disagree', 'which-weeks'],
  'ossf-policy-opposite-weeks': ['hours-disagree', 'turn-order'],
  'chaoss-metrics-models': ['date-differs'],
  'chaoss-asia': ['which-weeks'],
  'chaoss-africa': ['which-weeks'],
  'chaoss-welcome': ['no-time', 'not-understood'],
  'cncf-blind-initiative': ['hours-disagree', 'turn-order'],
  'todo-touchpoints': 'The meeting takes place on demand.',
  'todo-all-hands': 'The words have neither a day nor a time.',
  'todo-working-groups': 'Day and time are only in the calendar.',
  'open-terms-archive': ['hours-disagree', 'not-understood'],
  fatiando: ['date-differs', 'turn-order'],
  cosmwasm: ['which-day'],
  wintertc: 'The dates vary, so no rule gives them.',
  'cdf-sig-events': ['all-or-in-turn', 'not-understood', 'which-weeks'],
  'jupyterhub-december': ['no-time'],
  'wasm-cg': 'Day and time are only in the calendar.',
}

const doubts: Readonly<Record<string, readonly QuestionCode[]>> = {
  'k8s-instrumentation': ['shared-dates'],
  'rust-wg-async-design': ['shared-dates'],
  'finos-morphir-backstage': ['shared-dates'],
  'otel-governance-joint': ['shared-dates'],
  'ossf-vuln-apac': ['hours-disagree'],
  'chaoss-dei': ['hours-disagree'],
  'cncf-tag-security-americas': ['another-meeting', 'fixed-offset'],
  'besu-contributor-calls': ['may-change'],
  'openc2-third-wednesday': ['another-meeting'],
  'reactive-toc': ['hours-disagree'],
  'dask-community': ['another-meeting'],
}

interface Rhythm {
  id: string
  words: string
  minutes: number | undefined
  from: string
  first6: string[] | undefined
}

function readRhythms(): Rhythm[] {
  if (!existsSync(file)) return []
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return (Array.isArray(list) ? list : []).map((each) => {
    const {id, words, minutes, from, first6}: Record<string, unknown> = Object(each)
    return {
      id: String(id),
      words: String(words),
      minutes: typeof minutes === 'number' ? minutes : undefined,
      from: typeof from === 'string' ? from : today,
      first6: Array.isArray(first6) ? first6.map(String) : undefined,
    }
  })
}

const rhythms = readRhythms()
const open = rhythms.filter(({id}) => id in expected)
const read = rhythms.filter(({id}) => !(id in expected))

describe.skipIf(rhythms.length === 0)(
  'the rhythms of real communities (skipped without ../shared/communities)',
  () => {
    test.each(read)(
      '$id: “$words” gives its published starts',
      ({id, words, from, first6, minutes}) => {
        const reading = readCadence(words, {today: from})
        if (reading.kind !== 'cadence') throw new Error(JSON.stringify(reading))
        const count = first6?.length ?? 6
        const dates = cadenceDates(reading.cadence, {from: `${from}T00:00:00Z`, count})
        expect(dates.map(({start}) => start)).toEqual(first6)
        expect([undefined, minutes ?? reading.minutes]).toContain(reading.minutes)
        expect([...new Set(reading.doubts.map(({code}) => code))].toSorted()).toEqual(
          doubts[id] ?? [],
        )
      },
    )

    test.each(open)('$id: “$words” is not guessed', ({id, words, from}) => {
      const reading = readCadence(words, {today: from})
      if (reading.kind === 'cadence') throw new Error(JSON.stringify(reading.cadence))
      const result =
        reading.kind === 'text'
          ? reading.reason
          : [...new Set(reading.questions.map(({code}) => code))].toSorted()
      expect(result).toEqual(expected[id])
    })

    test('most of those with starts are read, and none of those without', () => {
      expect(read.filter(({first6}) => first6 !== undefined)).toHaveLength(54)
      expect(read.filter(({first6}) => first6 === undefined)).toEqual([])
    })

    test.each(open)('$id: each answer leads to words without that question', ({words, from}) => {
      const reading = readCadence(words, {today: from, timeZone: 'Europe/London'})
      for (const {code, slot, field, choices} of reading.kind === 'questions'
        ? reading.questions
        : []) {
        for (const choice of choices) {
          const next = readCadence(choice.words, {today: from})
          const left = next.kind === 'questions' ? next.questions : []
          expect(
            left.filter((each) => each.code === code && each.slot === slot && each.field === field),
          ).toEqual([])
        }
      }
    })
  },
)
