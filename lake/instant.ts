/**
 * Milliseconds since 1970, or undefined for what is no time. The protocol takes more than the one form
 * that is stored: dates alone and offsets pass as they do at the hosted service.
 */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? undefined : ms
}
