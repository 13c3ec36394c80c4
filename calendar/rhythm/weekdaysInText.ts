import type {Weekday} from '../time/recurrence.ts'
import {anyName, dayNamesOfLanguages} from './dayNames.ts'
import {composed, foldedText} from './readTime.ts'

/** A weekday that a text names, with the date beside it. */
export interface TextWeekday {
  /** As it is written. */
  text: string
  weekday: Weekday
  /** Absent for a weekday without a date. */
  date?: {year?: number; month: number; day: number}
}

type Groups = Readonly<Record<string, string | undefined>>

let patterns: {besideDate: readonly RegExp[]; alone: RegExp} | undefined

/**
 * Returns the weekdays in a text, in the languages that pages have: those beside a date, then those alone.
 *
 * Short names such as "Fri" count beside a date only, because "sat" and "mar" are words too. Names of days
 * such as Black Friday are no weekdays.
 *
 * @example weekdaysInText('Fri, 12 March') // [{text: 'Fri, 12 March', weekday: 'FR', date: {month: 3, day: 12}}]
 */
export function weekdaysInText(text: string): TextWeekday[] {
  patterns ??= {besideDate: patternsBesideDate(), alone: patternAlone()}
  const words = composed(text)
  let rest = foldedText(text)
  const found: TextWeekday[] = []
  for (const pattern of patterns.besideDate) {
    rest = rest.replaceAll(pattern, (match: string, ...rest: unknown[]) => {
      const [groups, at] = [groupsOf(rest), rest.find((each) => typeof each === 'number')]
      const start = typeof at === 'number' ? at : 0
      const weekday = weekdayNamed(groups['weekday'])
      const month = monthOf(groups)
      const written = words.slice(start, start + match.length)
      if (!weekday || month === undefined || isOtherWord(written, groups['weekday'])) return match
      const {year, day} = groups
      const date = {...(year !== undefined && {year: Number(year)}), month, day: Number(day)}
      found.push({text: written.trim(), weekday, date})
      return ' '.repeat(match.length)
    })
  }
  for (const match of rest.matchAll(patterns.alone)) {
    const weekday = weekdayNamed(match.groups?.['weekday'] ?? match.groups?.['joined'])
    const written = words.slice(match.index, match.index + match[0].length)
    if (weekday) found.push({text: written, weekday})
  }
  return found
}

function groupsOf(replaced: readonly unknown[]): Groups {
  const last: Groups = Object(replaced.at(-1))
  return last
}

/** "so 12. März" is German for "so on 12 March": short names of two letters, and English words, are capitalized. */
function isOtherWord(written: string, name = ''): boolean {
  const isShort = name.length <= 2 || /^(?:sat|sun|mon)$/.test(name)
  const at = foldedText(written).indexOf(name)
  return isShort && /^\p{Ll}/u.test(written.slice(at))
}

function weekdayNamed(name = ''): Weekday | undefined {
  const {weekdays} = dayNamesOfLanguages()
  const plain = name.replace(/\.$/, '')
  return weekdays.get(plain) ?? weekdays.get(plain.replace(/s$/, ''))
}

function monthOf({month, number}: Groups): number | undefined {
  const value =
    number === undefined
      ? dayNamesOfLanguages().months.get((month ?? '').replace(/\.$/, ''))
      : Number(number)
  return value !== undefined && value >= 1 && value <= 12 ? value : undefined
}

function patternsBesideDate(): RegExp[] {
  const names = dayNamesOfLanguages()
  const weekday = `(?<weekday>${anyName(names.weekdays.keys())})`
  const month = `(?<month>${anyName(names.months.keys())})`
  const day = '(?<day>\\d{1,2})(?!\\d|:)(?:st|nd|rd|th|er|\\.)?'
  const year = '(?:(?:,| de| of)?\\s*(?<year>(?:19|20)\\d{2})(?!\\d))?'
  const between = '[,.]?\\s*(?:the |den |der |le |el |dem )?'
  const dayMonth = `${day}\\s*(?:of |de )?${month}${year}`
  return [
    `${weekday}${between}${dayMonth}`,
    `${weekday}${between}${month}\\s*(?:the )?${day}${year}`,
    `${month},?\\s*${weekday},?\\s*(?:the )?${day}${year}`,
    `${weekday}${between}(?<year>\\d{4})[-/.](?<number>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)`,
    `${weekday}${between}(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.(?:\\s?(?<year>\\d{4}))?`,
    `(?<![\\d:.])${dayMonth},?\\s*\\(?${weekday}\\)?`,
    `(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2}),?\\s*\\(?${weekday}\\)?`,
    `(?:(?<year>\\d{4})\\s?年)?\\s?(?<number>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?[日号號]?\\s?[(、,]?${weekday}\\)?`,
  ].map((source) => new RegExp(source, 'gu'))
}

/** Days with a name of their own. */
const ownDays =
  'black|good|cyber|easter|super|giving|ash|palm|holy|casual|boxing|shrove|fat|pancake|manic|blue|bloody|man'

function patternAlone(): RegExp {
  // An Arabic weekday is also a number.
  const long = [...dayNamesOfLanguages().longWeekdays.keys()].filter(
    (name) => !/\p{Script=Arabic}/u.test(name),
  )
  const spaced = long.filter((name) => /^\p{Script=Latin}/u.test(name))
  const joined = long.filter((name) => !/^\p{Script=Latin}/u.test(name))
  return new RegExp(
    `(?<!(?:${ownDays})\\s)(?<![\\p{L}\\p{N}])(?<weekday>(?:${spaced.join('|')})s?)(?![\\p{L}\\p{N}])|(?<joined>${joined.join('|')})`,
    'gu',
  )
}
