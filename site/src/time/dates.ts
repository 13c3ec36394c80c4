/** Calendar dates as text, `YYYY-MM-DD`, and months, `YYYY-MM`: no zone and no clock touches them. */

/** @example addDays('2024-02-28', 2) // '2024-03-01' */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** @example addMonths('2024-01', 1) // '2024-02' */
export function addMonths(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 7)
}

/** @example monthName('2024-03') // 'March 2024' */
export function monthName(month: string): string {
  return written(`${month}-01`, {month: 'long', year: 'numeric'})
}

/** @example dayName('2024-03-28') // 'Thursday 28 March' */
export function dayName(date: string): string {
  return written(date, {weekday: 'long', day: 'numeric', month: 'long'})
}

/** @example dateName('2024-03-28') // '28 March 2024' */
export function dateName(date: string): string {
  return written(date, {day: 'numeric', month: 'long', year: 'numeric'})
}

/** @example shortDate('2024-03-31') // '31 Mar' */
export function shortDate(date: string): string {
  return written(date, {day: 'numeric', month: 'short'})
}

/** Whether a text is a month that a page can be asked for: 1970 to 2999. */
export function isMonth(text: string): boolean {
  return /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/.test(text)
}

function written(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', {...options, timeZone: 'UTC'})
    .formatToParts(new Date(`${date}T00:00:00Z`))
    .filter(({type}) => type !== 'literal')
    .map(({value}) => value)
    .join(' ')
}
