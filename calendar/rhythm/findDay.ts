import type {Weekday} from '../time/recurrence.ts'
import {anyName, countedDays, dayNamesOfLanguages} from './dayNames.ts'

/** A day as it is written. What is not written is absent. */
export interface WrittenDay {
  weekday?: Weekday
  /** "next" can mean the first one, or the one of next week. "nextWeek" says the latter. */
  which?: 'next' | 'first' | 'nextWeek'
  /** Days from today: "tomorrow", "in 2 weeks". */
  fromToday?: number
  year?: number
  month?: number
  day?: number
  /** "12/3": the other reading of day and month. */
  swapped?: boolean
}

/** The day in a text, and the text with spaces in its place. */
export interface FoundDay {
  day: WrittenDay | undefined
  rest: string
}

/** Marks where a part was, so that the words before and after it stay apart. */
export const gap = '\u0000'

type Groups = Readonly<Record<string, string | undefined>>
interface Pattern {
  pattern: RegExp
  read: (groups: Groups) => WrittenDay | undefined
}

let dates: readonly Pattern[] | undefined
let weekdayPatterns: readonly Pattern[] | undefined

/**
 * Finds the day in words: a date, a weekday, or both.
 *
 * @param text - from `foldedText`
 * @example findDay('next thu 6pm madrid').day // {weekday: 'TH', which: 'next'}
 */
export function findDay(text: string): FoundDay {
  dates ??= datePatterns()
  weekdayPatterns ??= patternsOfWeekdays()
  const date = takeFirst(text, dates)
  const weekday = takeFirst(date.rest, weekdayPatterns)
  if (!date.day && !weekday.day) return {day: undefined, rest: text}
  return {day: {...date.day, ...weekday.day}, rest: weekday.rest}
}

function takeFirst(text: string, patterns: readonly Pattern[]): FoundDay {
  for (const {pattern, read} of patterns) {
    const match = pattern.exec(text)
    const day = match && read(match.groups ?? {})
    if (match && day) return {day, rest: without(text, match.index, match[0].length)}
  }
  return {day: undefined, rest: text}
}

/** Returns a text of the same length with gaps instead of a part. */
export function without(text: string, start: number, length: number): string {
  return text.slice(0, start) + gap.repeat(length) + text.slice(start + length)
}

const year = '(?<y>(?:19|2[01])\\d\\d)(?![\\d:.h])'
const nth = '(?:st|nd|rd|th|er|º|\\.)?'
/** No hour: "March 6pm" has no day, and "March 18:00" neither. */
const noHour = '(?!\\d|[:.]\\d|h(?![a-z])|\\s?[ap]\\.?m|\\s?uhr|\\s?o.clock|\\s?[時时点點])'

function datePatterns(): Pattern[] {
  const names = dayNamesOfLanguages()
  const month = `(?<name>${anyName(names.months.keys())})`
  const fromToday = `(?<name>${anyName(names.fromToday.keys())})`
  const inMonth = (groups: Groups) => {
    const number = names.months.get((groups['name'] ?? '').replace(/\.$/, ''))
    return number === undefined ? undefined : dayOf({...groups, m: String(number)})
  }
  return [
    of('(?<![\\d:])(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)(?:t(?=\\d))?', dayOf),
    of('(?:(?<y>\\d{4})\\s?年\\s?)?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日号號]?', dayOf),
    of('(?<![\\d:.])(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.(?:\\s?(?<y>\\d{4})(?!\\d))?', dayOf),
    of('(?<![\\d:./])(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<y>\\d{4}))?(?![\\d/])', ofSlashes),
    of(
      `(?<![\\d:.h])(?:the )?(?<d>\\d{1,2})${nth} ?(?:of |de )?${month}(?:(?:,| de| del| of)? ?${year})?`,
      inMonth,
    ),
    of(`${month} ?(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?${noHour}(?:,? ${year})?`, inMonth),
    of(fromToday, ({name = ''}) => {
      const count = names.fromToday.get(name.replace(/\.$/, ''))
      return count === undefined ? undefined : {fromToday: count}
    }),
    ...countedDays().map(({pattern, days}) => ({
      pattern,
      read: ({count}: Groups) => ({fromToday: Number(count) * days}),
    })),
    // "night" and "evening" stay, because they are also about the hour.
    of('to(?=night)|this(?= evening)', () => ({fromToday: 0})),
    of('day after tomorrow', () => ({fromToday: 2})),
    of('(?:on |am )?the (?<d>\\d{1,2})(?:st|nd|rd|th)(?![\\p{L}\\d])', ({d}) => ({day: Number(d)})),
  ]
}

function of(source: string, read: Pattern['read']): Pattern {
  return {pattern: new RegExp(source, 'u'), read}
}

function dayOf({y, m, d}: Groups): WrittenDay | undefined {
  const [month, day] = [Number(m), Number(d)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return {...(y !== undefined && {year: Number(y)}), month, day}
}

/** "25/12" is Christmas. "3/12" is 3 December in Europe, and 12 March in the United States. */
function ofSlashes({y, m, d}: Groups): WrittenDay | undefined {
  const [first, second] = [dayOf({y, m, d}), dayOf({y, m: d, d: m})]
  if (!first || !second || first.month === second.month) return first ?? second
  return {...first, swapped: true}
}

const nextWeek =
  'next week(?:.s)?|(?:der )?nachste[rn]? woche|de la semaine prochaine|semaine prochaine|de la (?:proxima semana|semana que viene)'
const first =
  'this|coming|upcoming|this coming|diese[nrsm]?|kommende[nrsm]?|este|ce|今週の?|次の|本周|这周|本週|這週'

function patternsOfWeekdays(): Pattern[] {
  const {weekdays} = dayNamesOfLanguages()
  const name = `(?<name>${anyName(weekdays.keys())})`
  const weekdayAs = (which?: WrittenDay['which']) => (groups: Groups) => {
    const weekday = weekdays.get((groups['name'] ?? '').replace(/\.$/, ''))
    return weekday && {weekday, ...(which && {which})}
  }
  // "下周四" is Thursday of next week: 周四 is the name of the day.
  return [
    of(`(?:${nextWeek}|来週の?|下个?|下一?个?)\\s?(?:on )?${name}`, weekdayAs('nextWeek')),
    of(`${name},? (?:${nextWeek})`, weekdayAs('nextWeek')),
    of(`(?:next|nachste[nrsm]?) ${name}`, weekdayAs('next')),
    of(
      `(?:proximo|prochain) ${name}|${name} (?:proximo|prochain|que viene|القادم)`.replace(
        `|${name}`,
        `|${name.replace('<name>', '<after>')}`,
      ),
      ({name: before, after}) => weekdayAs('first')({name: before ?? after}),
    ),
    of(`(?:${first}) ?${name}`, weekdayAs('first')),
    of(`(?:on |am |el |le )?${name}`, weekdayAs()),
  ]
}
