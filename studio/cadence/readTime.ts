/**
 * Reads a time of day as people type it. Returns `HH:MM`, or undefined if it is not a time.
 *
 * An hour without minutes is a full hour. AM and PM may have periods and spaces.
 *
 * @example readTime('6 pm') // '18:00'
 * @example readTime('1800') // '18:00'
 * @example readTime('18h30') // '18:30'
 */
export function readTime(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (typed === 'noon') return '12:00'
  if (typed === 'midnight') return '00:00'
  const parts = timePattern.exec(typed)?.groups
  if (!parts) return undefined
  const {hour = '', minute = '00', half} = parts
  const hours = half ? twelveHour(Number(hour), half.startsWith('p')) : Number(hour)
  if (hours === undefined || hours > 23 || Number(minute) > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${minute}`
}

// Without a separator, the last two digits are minutes: 930 is 09:30, and 18 is 18:00.
const timePattern =
  /^(?<hour>\d{1,2})(?:\s*(?:[:.h]|uhr)\s*(?<minute>\d\d)?|(?<minute>\d\d))?\s*(?<half>[ap]\.?m?\.?)?(?:\s*(?:h|uhr))?$/

function twelveHour(hour: number, afternoon: boolean): number | undefined {
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (afternoon ? 12 : 0)
}
