import type {Occurrence} from '../types.ts'

/**
 * One time that an event takes place, as node-ical reads it on a server in UTC. The forms of `start` and `end`
 * are those of `Occurrence`.
 */
export interface SecondOccurrence extends Pick<
  Occurrence,
  'uid' | 'title' | 'start' | 'end' | 'allDay' | 'timeZone' | 'status' | 'location' | 'categories'
> {
  /** Whether node-ical reads the time in the zone of the server, because the event names no zone that it knows. */
  floating: boolean
  /** The zone that node-ical does not know, as written. */
  unknownZone?: string
}

/** Why there is no second reading. Only `unreadable` is about node-ical. The others are limits. */
export type SecondReadingFault =
  | 'crash'
  | 'deadline-exceeded'
  | 'program-missing'
  | 'too-expensive'
  | 'too-large'
  | 'unreadable'

/** The result of reading a calendar with node-ical. */
export type SecondReading =
  | {
      state: 'read'
      occurrences: SecondOccurrence[]
      /** UIDs of events for which node-ical throws an error. */
      refused: string[]
    }
  | {state: 'failed'; fault: SecondReadingFault; message: string}

/** A half-open window. A text is a UTC instant (ISO 8601). */
export interface ReadingWindow {
  /** Inclusive. */
  from: string | Date
  /** Exclusive. */
  to: string | Date
}

/** The input of the process that runs node-ical: plain data. */
export interface ReadingJob {
  text: string
  /** Milliseconds since 1970. */
  from: number
  to: number
  /** Maximum number of occurrences. */
  occurrences: number
}
