import {isCalendarDate, type Weekday, weekdayOf, weekdays} from '@touchpoints/calendar/time'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

export interface WrittenDate {
  /** `YYYY-MM-DD` */
  date: string
  /** The written weekday, if any. */
  weekday?: Weekday
  /** Whether the words have no year, so that it was taken from the page. */
  isYearOpen: boolean
}

/**
 * Parses a date: `2025-02-13`, "Thursday, February 13", "March, Thursday 28th", "12 April 2024" or "Feb 3, 2026".
 * A date in figures with slashes is read only when it has one meaning, such as `27/05/2025`.
 *
 * @param year - year for dates without one
 */
export function readDate(text: string, year: string): WrittenDate | undefined {
  const day = /\b(mon|tue|wed|thu|fri|sat|sun)(?:days?|s|sday|nesday|rsday|rs|urday)?\b/i.exec(text)
  const weekday = weekdays.find((each) => each === day?.[1]?.slice(0, 2).toUpperCase())
  const written = isoDate(text) ?? slashed(text) ?? spelled(text, year)
  if (written === undefined || !isCalendarDate(written.date)) return undefined
  return {...written, ...(weekday && {weekday})}
}

/** Whether the written weekday is that of the date. */
export function isOnWeekday({date, weekday}: WrittenDate): boolean {
  return weekday === undefined || weekdayOf(date) === weekday
}

function isoDate(text: string) {
  const date = /\b(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(text)
  return date ? {date: date.slice(1, 4).join('-'), isYearOpen: false} : undefined
}

function slashed(text: string) {
  const [, first = '', second = '', year = ''] =
    /\b(\d{1,2})[/.](\d{1,2})[/.](20\d{2})\b/.exec(text) ?? []
  if (year === '') return undefined
  // 03/04/2026 is in March or in April, by the country of its author. 04/04/2026 is one day.
  const [day, month] = Number(first) > 12 || first === second ? [first, second] : [second, first]
  if (Number(day) <= 12 && first !== second) return undefined
  return {date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, isYearOpen: false}
}

const monthName = String.raw`\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?`
const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[:.]\d)(?!\s*[ap]\.?m)`
/** A number beside the month comes first: "March 12, 2 to 3 pm". */
const spellings = [
  new RegExp(String.raw`${monthName},?\s+${dayNumber}`),
  new RegExp(String.raw`\b${dayNumber}(?:\s+of)?\s+${monthName}`),
  new RegExp(String.raw`${monthName}.*?\b${dayNumber}`),
]

function spelled(text: string, year: string) {
  const words = text.toLowerCase()
  const inYear = /\b(20\d{2})\b/.exec(words)?.[1]
  const found = spellings.map((spelling) => spelling.exec(words)).find((each) => each !== null)
  if (!found) return undefined
  const [name = '', day = ''] = /^\d/.test(found[1] ?? '')
    ? [found[2], found[1]]
    : [found[1], found[2]]
  const month = String(months.indexOf(name) + 1).padStart(2, '0')
  return {
    date: `${inYear ?? year}-${month}-${day.padStart(2, '0')}`,
    isYearOpen: inYear === undefined,
  }
}
