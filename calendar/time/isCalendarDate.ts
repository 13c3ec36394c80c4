/** Returns whether the text is a date that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  return isDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Returns whether a date exists in the Gregorian calendar. Months count from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysIn(year, month)
}

// A `Date` takes three times as long, and each document of a result has an instant.
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
