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

/** Whether a text is a month that the calendar can show, from 1970 to 2999. */
export function isMonth(text: string): boolean {
  return /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/.test(text)
}
