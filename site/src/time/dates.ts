/** Calendar dates are `YYYY-MM-DD`, months are `YYYY-MM`. Both are independent of time zones and clocks. */

/** Adds days to a date. @example addDays('2024-02-28', 2) // '2024-03-01' */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Adds months to a month. @example addMonths('2024-01', 1) // '2024-02' */
export function addMonths(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 7)
}

/** Writes a month with its year. @example monthName('2024-03') // 'March 2024' */
export function monthName(month: string): string {
  return format(`${month}-01`, {month: 'long', year: 'numeric'})
}

/** Writes a date with its weekday. @example dayName('2024-03-28') // 'Thursday 28 March' */
export function dayName(date: string): string {
  return format(date, {weekday: 'long', day: 'numeric', month: 'long'})
}

/** Writes a date with its year. @example dateName('2024-03-28') // '28 March 2024' */
export function dateName(date: string): string {
  return format(date, {day: 'numeric', month: 'long', year: 'numeric'})
}

/** Writes a short date. @example shortDate('2024-03-31') // '31 Mar' */
export function shortDate(date: string): string {
  return format(date, {day: 'numeric', month: 'short'})
}

/** Whether a text is a month that the calendar can show, from 1970 to 2999. */
export function isMonth(text: string): boolean {
  return /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/.test(text)
}

function format(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', {...options, timeZone: 'UTC'})
    .formatToParts(new Date(`${date}T00:00:00Z`))
    .filter(({type}) => type !== 'literal')
    .map(({value}) => value)
    .join(' ')
}
