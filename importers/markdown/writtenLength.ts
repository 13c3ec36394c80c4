const unit = String.raw`(?:hours?|hrs?|h|std\.?|stunden?)`
const spelled = new RegExp(
  String.raw`^(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*${unit})?[\s,]*(?:and\s+)?(?:(\d{1,3})\s*(?:minutes?|mins?|m)?)?\.?$`,
  'i',
)

/**
 * Returns the minutes of a written length: "90", "90 min", "1h30m", "1.5 hours", "1:30" or "PT1H30M". Returns undefined
 * for any other words, and for more than a day.
 */
export function minutesOfLength(text: string): number | undefined {
  const words = text
    .trim()
    .replace(/^(?:~|about|approx(?:imately|\.)?|ca\.?|around)\s*/i, '')
    .replace(/^an? (?=hour)/i, '1 ')
    .replace(/^half an hour$/i, '30 min')
    .replace(/(\d)\s*-\s*(?=hour|min)/i, '$1 ')
    .replace(/^PT(?=\d)/i, '')
  const clock = /^(\d{1,2}):(\d{2})(?::00)?(?:\s*h(?:ours?)?)?$/i.exec(words)
  const [, hours, minutes] = clock ?? spelled.exec(words) ?? []
  if (hours === undefined && minutes === undefined) return undefined
  const total = Number((hours ?? '0').replace(',', '.')) * 60 + Number(minutes ?? 0)
  return total > 0 && total <= 1440 && Number.isInteger(total) ? total : undefined
}

/** Returns the length in the words beside a time: "10:00 UTC (90 min)". */
export function lengthIn(text: string): number | undefined {
  const [written] =
    /\b\d{1,3}(?:\.\d)?[ -]?(?:minutes?|mins?|hours?|hrs?)\b(?:\s*\d{1,2}\s*(?:minutes?|mins?))?|\b\d{1,2}h(?:\d{1,2}m?)\b(?=\s*\))/i.exec(
      text,
    ) ?? []
  return written === undefined ? undefined : minutesOfLength(written)
}
