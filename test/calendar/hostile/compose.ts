/** What makes a feed hostile, and the texts that do; each is built when asked for. */
export interface HostileFeed {
  /** Why this is worth a test. */
  why: string
  text: () => string
  /** The feed holds nothing wrong, only a lot: no problem is expected. */
  legal?: boolean
  /** There is no good event to come back. */
  withoutEvent?: boolean
}

/** The event that has to come back. */
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

/** The good event beside one with these lines. */
export function beside(...lines: string[]): () => string {
  return () => calendar(good, event('bad', lines))
}

export const start = 'DTSTART:20240301T120000Z'
