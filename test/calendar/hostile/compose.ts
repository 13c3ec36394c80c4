/** A feed that is made to break a parser. */
export interface HostileFeed {
  /** The reason for the test. */
  why: string
  /** Built on demand, because some are large. */
  text: () => string
  /** The feed is valid, so no problem is expected. */
  legal?: boolean
  /** The feed has no good event. */
  withoutEvent?: boolean
}

/** The event that the parser must return. */
export const good = event('good', ['DTSTART:20240310T120000Z', 'DTEND:20240310T130000Z'])

export function event(uid: string, lines: readonly string[]): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20240101T000000Z', ...lines, 'END:VEVENT'].join(
    '\r\n',
  )
}

export function calendar(...components: string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//hostile//EN',
    ...components,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** Returns a calendar with the good event and one with these lines. */
export function withGoodEvent(...lines: string[]): () => string {
  return () => calendar(good, event('bad', lines))
}

export const start = 'DTSTART:20240301T120000Z'
