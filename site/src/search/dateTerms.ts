/** Names of the months in one language, January first. */
export type MonthNames = readonly string[]

/**
 * Returns the words by which a date is found: year, name of the month, day, and the ISO date. The names come
 * from the server, because a browser can have others in its copy of the Unicode data.
 *
 * @param date - `YYYY-MM-DD`
 * @example dateTerms('2025-03-12', months) // ['2025', '12', 'March', '2025-03-12']
 */
export function dateTerms(date: string | undefined, months: MonthNames): string[] {
  if (date === undefined) return []
  const [year = '', month = '', day = ''] = date.split('-')
  const name = months[Number(month) - 1] ?? ''
  const isCounted = name.endsWith('月')
  const counted = [`${year}年`, `${Number(month)}月`, `${Number(day)}日`]
  return [...(isCounted ? counted : [year, String(Number(day))]), name, date]
}
