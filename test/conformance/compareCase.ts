import * as z from 'zod/mini'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import type {Occurrence} from '../../calendar/types.ts'

const expectedOccurrence = z.object({
  uid: z.string(),
  start: z.string(),
  end: z.string(),
  allDay: z.boolean(),
  floating: z.optional(z.boolean()),
})

/** The content of `NAME.expected.json`, which belongs to `NAME.ics`. */
export const expectedCase = z.object({
  windows: z.array(
    z.object({from: z.string(), to: z.string(), occurrences: z.array(expectedOccurrence)}),
  ),
})

type ExpectedCase = z.infer<typeof expectedCase>

/**
 * Compares the occurrences of a calendar with the expected ones.
 *
 * They are compared for each window as multisets of uid, start, end, allDay and floating. An expected
 * uid of '' means that the component has none.
 *
 * @returns one line for each difference.
 */
export function compareCase(text: string, expected: ExpectedCase): string[] {
  const calendar = parseCalendar(text)
  return expected.windows.flatMap(({from, to, occurrences}) => {
    const named = new Set(occurrences.map(({uid}) => uid))
    const isNamed = (uid: string): boolean => named.has(uid) || !uid.startsWith('content-')
    const got = calendar
      .between(from, to)
      .occurrences.map((one) => describeOne(one, isNamed(one.uid)))
    const want = occurrences.map((one) =>
      describeOne({...one, floating: one.floating ?? false}, one.uid !== ''),
    )
    return [
      ...missing(want, got).map((one) => `${from} to ${to}: missing: ${one}`),
      ...missing(got, want).map((one) => `${from} to ${to}: unexpected: ${one}`),
    ]
  })
}

function describeOne(
  {
    uid,
    start,
    end,
    allDay,
    floating,
  }: Pick<Occurrence, 'uid' | 'start' | 'end' | 'allDay' | 'floating'>,
  withUid: boolean,
): string {
  return [
    withUid ? uid : '(no uid)',
    start,
    end,
    allDay ? 'all day' : '',
    floating ? 'floating' : '',
  ].join(' ')
}

/** Returns the multiset difference: the entries of `these` that are not in `those`. */
function missing(these: readonly string[], those: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of those) left.set(one, (left.get(one) ?? 0) + 1)
  return these.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}
