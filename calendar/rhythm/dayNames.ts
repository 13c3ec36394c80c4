import {weekdays, type Weekday} from '../time/recurrence.ts'
import {foldedText} from './readTime.ts'

/** The languages in which dates are read: those that pages have. */
export const readLanguages = ['en', 'es', 'fr', 'de', 'ja', 'zh', 'ar'] as const

/** The numbers of months by their names, the numbers of days from today, and weekdays, all as `foldedText`. */
export interface DayNames {
  weekdays: ReadonlyMap<string, Weekday>
  /** Names of at least four letters, which are not part of other words. */
  longWeekdays: ReadonlyMap<string, Weekday>
  months: ReadonlyMap<string, number>
  /** "tomorrow", "in 3 days", "in 2 weeks". */
  fromToday: ReadonlyMap<string, number>
}

let names: DayNames | undefined

/** Returns the names of days and months in all languages. They come from the runtime, so no table is kept. */
export function dayNamesOfLanguages(): DayNames {
  names ??= {
    weekdays: new Map([...weekdayEntries('short'), ...ownShort, ...weekdayEntries('long')]),
    longWeekdays: new Map(weekdayEntries('long')),
    months: new Map([...monthEntries('short'), ...ownMonths, ...monthEntries('long')]),
    fromToday: new Map([
      ...fromTodayEntries(),
      ...ownFromToday,
      ['in a week', 7],
      ['in a fortnight', 14],
    ]),
  }
  return names
}

/** What people write in English, and the runtime does not. */
const ownShort: readonly (readonly [string, Weekday])[] = [
  ['tues', 'TU'],
  ['weds', 'WE'],
  ['thur', 'TH'],
  ['thurs', 'TH'],
  ['mitt', 'WE'],
]
const ownMonths: readonly (readonly [string, number])[] = [['sept', 9]]

// A formatter for each language and not for each name: it takes longer than all names (1 ms, measured).
function weekdayEntries(length: 'short' | 'long'): (readonly [string, Weekday])[] {
  return readLanguages.flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, {weekday: length, timeZone: 'UTC'})
    // 5 January 1970 was a Monday.
    return weekdays.map(
      (weekday, index) => [plain(format.format(Date.UTC(1970, 0, 5 + index))), weekday] as const,
    )
  })
}

function monthEntries(length: 'short' | 'long'): (readonly [string, number])[] {
  return readLanguages.flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, {month: length, timeZone: 'UTC'})
    return Array.from(
      {length: 12},
      (_, index) => [plain(format.format(Date.UTC(1970, index, 1))), index + 1] as const,
    ).filter(([name]) => !/\d/.test(name))
  })
}

/** "in two weeks": the runtime writes digits. */
const numbers = 'two three four five six seven eight nine ten'.split(' ')
const ownFromToday = numbers.flatMap((name, index) => [
  [`in ${name} days`, index + 2] as const,
  [`in ${name} weeks`, (index + 2) * 7] as const,
])

function fromTodayEntries(): (readonly [string, number])[] {
  return readLanguages.flatMap((language) => {
    const inWords = new Intl.RelativeTimeFormat(language, {numeric: 'auto'})
    const inNumbers = new Intl.RelativeTimeFormat(language)
    return [
      ...[0, 1, 2].map((count) => [plain(inWords.format(count, 'day')), count] as const),
      ...[1, 2].map((count) => [plain(inNumbers.format(count, 'day')), count] as const),
      ...[1, 2].map((count) => [plain(inNumbers.format(count, 'week')), count * 7] as const),
    ].filter(([name]) => !/\d/.test(name))
  })
}

/** Returns patterns of "in 3 days" and "in 3 weeks", with the number in the group `count`. */
export function countedDays(): readonly {pattern: RegExp; days: number}[] {
  const units = [
    {unit: 'day', days: 1},
    {unit: 'week', days: 7},
  ] as const
  // The forms of a noun change with the number: Arabic has one for 3 to 10, and another one from 11 on.
  return units.flatMap(({unit, days}) =>
    [...new Set([1, 2, 3, 11].flatMap((count) => countedIn(unit, count)))].map((source) => ({
      pattern: new RegExp(source, 'u'),
      days,
    })),
  )
}

function countedIn(unit: 'day' | 'week', count: number): string[] {
  return readLanguages.flatMap((language) => {
    const text = plain(new Intl.RelativeTimeFormat(language).format(count, unit))
    const digits = String(count)
    return text.includes(digits)
      ? [
          `(?<![\\p{L}\\d])${text.replace(digits, '(?<count>\\d{1,2})').replaceAll(' ', ' ?')}(?!\\p{Script=Latin})`,
        ]
      : []
  })
}

function plain(name: string): string {
  return foldedText(name).replace(/\.$/, '')
}

/** Returns a pattern of any of these names, the longest first. Short names may have a period. */
export function anyName(of: Iterable<string>): string {
  const sorted = [...new Set(of)].toSorted((a, b) => b.length - a.length)
  const sources = (some: readonly string[]) =>
    some.map((name) => name.replaceAll(/[.’']/g, '.')).join('|')
  // Chinese and Japanese have no spaces between words. One check of the borders for all names, because a
  // check for each of 300 takes 200 ms to compile (measured).
  const [joined, apart] = [
    sorted.filter((name) => isHan(name)),
    sorted.filter((name) => !isHan(name)),
  ]
  return `(?:(?<![\\p{L}\\p{N}])(?:${sources(apart)})(?!\\p{L})\\.?${joined.length > 0 ? `|${sources(joined)}` : ''})`
}

function isHan(name: string): boolean {
  return /^\p{Script=Han}/u.test(name)
}
