import type {Recurrence} from './recurrence.ts'

/**
 * When a series meets: its slots, without the dates that are off, with the dates that were moved.
 *
 * Several slots are a meeting that takes turns between hours or zones, meets twice on a day, or has moved
 * to another hour for good: then one slot ends before the next one begins.
 *
 * @example
 * {slots: [thursdays], exceptions: [{kind: 'skipped', date: '2025-12-25', reason: 'Holidays'}], breaks: []}
 */
export interface Cadence {
  /** One or more. */
  slots: readonly Recurrence[]
  exceptions: readonly CadenceException[]
  /** Spans without any date. */
  breaks: readonly CadenceBreak[]
}

/** One date that is off or moved. Stored `null` values mean absent. */
export type CadenceException =
  | {
      kind: 'skipped'
      /** `YYYY-MM-DD` in the zone of the slot. */
      date: string
      /** `HH:MM` of the slot that is off. Absent means each slot of that date. */
      time?: string | null
      reason?: string | null
    }
  | {
      kind: 'moved'
      /** `YYYY-MM-DD` in the zone of the slot: the date that the cadence gives. */
      date: string
      /** `HH:MM` of the slot that is moved. Absent means each slot of that date. */
      time?: string | null
      /** `YYYY-MM-DD` in the zone of the slot. */
      toDate: string
      /** `HH:MM`. Absent means the time of the slot. */
      toTime?: string | null
      reason?: string | null
    }

/** A span without dates, such as a summer break: `YYYY-MM-DD`, both inclusive. */
export interface CadenceBreak {
  from: string
  to: string
  reason?: string | null
}
