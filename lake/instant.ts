/**
 * Parses a time to milliseconds since 1970. Returns undefined if it is invalid.
 *
 * Like the hosted service, it also accepts a date without a time, and offsets.
 */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? undefined : ms
}
