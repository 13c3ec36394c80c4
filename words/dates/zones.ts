import {formatter} from './formatter.ts'

/** Returns the local date. @example dateKey('2024-03-28T23:30:00Z', 'Europe/Madrid') // '2024-03-29' */
export function dateKey(instant: string, timeZone: string): string {
  const options = {year: 'numeric', month: '2-digit', day: '2-digit'} as const
  const parts = formatter('en-GB', timeZone, options).formatToParts(new Date(instant))
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${valueOf('year').padStart(4, '0')}-${valueOf('month')}-${valueOf('day')}`
}

/** Whether this runtime knows a time zone. A browser can send one that the server does not know. */
export function isZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false
  try {
    new Intl.DateTimeFormat('en', {timeZone})
    return true
  } catch {
    return false
  }
}
