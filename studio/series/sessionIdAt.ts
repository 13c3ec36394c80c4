/**
 * Returns the id of the session that fills a date of a series. It is stable, so that filling a date twice gives
 * the same session.
 *
 * @param start - UTC instant
 * @example sessionIdAt('series-docs', '2026-03-12T14:00:00Z') // 'session-series-docs-202603121400'
 */
export function sessionIdAt(seriesId: string, start: string): string {
  return `session-${seriesId}-${start.slice(0, 16).replaceAll(/\D/g, '')}`
}
