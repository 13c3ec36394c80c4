/** Returns whether the text is a date that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && startsWithDate(text)
}

/** Returns whether the date at the start of `YYYY-MM-DD…` exists in the Gregorian calendar. */
export function startsWithDate(text: string): boolean {
  const day = twoDigits(text, 8)
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2)
  return day >= 1 && day <= daysIn(year, twoDigits(text, 5))
}

/** Returns the number of two digits. `Number` of a part of the text takes ten times as long. */
export function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - zero) + text.charCodeAt(at + 1) - zero
}

const zero = 48

// A `Date` takes three times as long, and each document of a result has an instant.
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
