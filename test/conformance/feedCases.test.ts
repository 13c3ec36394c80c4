import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {parseCalendar} from '@touchpoints/calendar'
import * as z from 'zod/mini'
import {describe, expect, test} from 'vitest'

import {decodeText} from '../../calendar/fetch/decodeText.ts'
import {ownFeedCases as own, sharedFolder} from './caseFolders.ts'
import {compareCase, expectedCase} from './compareCase.ts'

/** What a feed case can expect besides its occurrences. */
const expectations = z.object({
  problems: z.optional(z.array(z.object({mentions: z.array(z.string())}))),
  ignoreUids: z.optional(z.array(z.string())),
  windows: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      occurrences: z.array(
        z.object({uid: z.string(), start: z.string(), status: z.optional(z.string())}),
      ),
    }),
  ),
})

describe('the project’s own feed cases: each kind of mistake of exporters has one', () => {
  test.each(namesIn(own))('%s', (name) => {
    expect(differencesOf(own, name)).toEqual([])
  })
})

const shared = sharedFolder(process.env, 'feed-cases/cases')

describe.skipIf(shared === undefined)(
  'the shared feed cases (skipped because ../shared/feed-cases is missing)',
  () => {
    test.each(namesIn(shared))('%s', (name) => {
      expect(differencesOf(shared ?? own, name)).toEqual([])
    })
  },
)

test('a missing occurrence, status or problem is a difference, so that the cases can fail', () => {
  const text = readFileSync(join(own, 'cancelled_title.ics'), 'utf8')
  const bare = parseCalendar(text.replaceAll(/^SUMMARY:.*$/gm, 'SUMMARY:Call'))
  const {occurrences} = bare.between('2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z')
  expect(occurrences.map(({status}) => status)).not.toContain('cancelled')
})

function namesIn(folder: string | undefined): string[] {
  if (folder === undefined) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.ics'))
  return files.map((file) => file.slice(0, -'.ics'.length)).toSorted()
}

function differencesOf(folder: string, name: string): string[] {
  const json: unknown = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'))
  const expected = expectations.parse(json)
  const text = decodeText(readFileSync(join(folder, `${name}.ics`)), 'text/calendar; charset=utf-8')
  const ignored = new Set(expected.ignoreUids)
  const occurrences = compareCase(text, expectedCase.parse(json)).filter(
    (line) => ![...ignored].some((uid) => line.includes(uid)),
  )
  const calendar = parseCalendar(text)
  const statuses = expected.windows.flatMap(({from, to, occurrences: list}) => {
    const got = calendar.between(from, to).occurrences
    return list.flatMap(({uid, start, status}) => {
      const one = got.find((each) => each.uid === uid && each.start === start)
      const isRight = status === undefined || one?.status === status
      return isRight ? [] : [`${uid} ${start}: ${one?.status} instead of ${status}`]
    })
  })
  const ofWindows = expected.windows.flatMap(({from, to}) => calendar.between(from, to).problems)
  const problems = [...calendar.problems, ...ofWindows].map((each) => JSON.stringify(each))
  const missing = (expected.problems ?? [])
    .filter(({mentions}) => !problems.some((text) => mentions.every((word) => hasWord(text, word))))
    .map(({mentions}) => `no problem mentions ${mentions.join(', ')}`)
  return [...occurrences, ...statuses, ...missing]
}

function hasWord(text: string, word: string): boolean {
  const words = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}@.:/+-]+/gu, ' ')} `
  return words.includes(` ${word.toLowerCase()} `)
}
