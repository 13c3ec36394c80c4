import type {Cadence} from './cadence.ts'
import {cadenceDates} from './cadenceDates.ts'
import {checkBreaks} from './checkBreaks.ts'
import {checkExceptions} from './checkExceptions.ts'
import {checkRecurrence} from './checkRecurrence.ts'
import {coveredSlots} from './coveredSlots.ts'
import {type PlainCadence, withLists} from './plainCadence.ts'
import type {Recurrence} from './recurrence.ts'

export interface CadenceFault {
  /** Where the fault is: `['slots', 0, 'ordinals']`. */
  path: readonly (string | number)[]
  /**
   * An error means that the cadence has no dates, or contradicts itself. A warning means that the dates may
   * not be what the editor intended.
   */
  level: 'error' | 'warning'
  /** What is wrong and what to do, for the editor. Without a full stop at its end. */
  message: string
}

/**
 * Validates a cadence: its slots, its exceptions and its breaks.
 *
 * Exceptions are compared with the dates only if slots and breaks have no errors.
 *
 * @example
 * checkCadence({slots: [thursdays], exceptions: [{kind: 'skipped', date: '2025-12-24'}], breaks: []})
 * // [{path: ['exceptions', 0, 'date'], level: 'warning',
 * //   message: 'The series does not meet on 2025-12-24. The nearest date is 2025-12-25. Correct …'}]
 */
export function checkCadence(plain: PlainCadence): CadenceFault[] {
  const cadence = withLists(plain)
  const {slots} = cadence
  if (slots.length === 0) {
    const message = 'A cadence without a slot makes no date. Add when the series meets'
    return [{path: ['slots'], level: 'error', message}]
  }
  const ofSlots = [...checkSlots(slots), ...checkBreaks(cadence.breaks)]
  if (ofSlots.some(({level}) => level === 'error')) return ofSlots
  const faults = [...ofSlots, ...withoutOwnDates(slots)]
  const ofExceptions = checkExceptions(cadence)
  if (ofExceptions.some(({level}) => level === 'error')) return [...faults, ...ofExceptions]
  return [...faults, ...ofExceptions, ...withoutDates(cadence)]
}

function checkSlots(slots: readonly Recurrence[]): CadenceFault[] {
  const faults = slots.flatMap((slot, index) =>
    checkRecurrence(slot).map(({field, ...fault}) => ({...fault, path: ['slots', index, field]})),
  )
  const seen = new Map<string, number>()
  const repeated = slots.flatMap((slot, index): CadenceFault[] => {
    const key = contentOf(slot)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, index)
      return []
    }
    const message = `This slot is the same as slot ${first + 1}. Remove it, or change it`
    return [{path: ['slots', index], level: 'warning', message}]
  })
  return [...faults, ...repeated]
}

/** Returns a text that is equal for slots with the same dates by the same fields. */
function contentOf(slot: Recurrence): string {
  const {frequency, interval, weekdays, weeks, monthlyOn, ordinals, dayOffset} = slot
  const {time, timeZone, startDate, endDate} = slot
  return JSON.stringify([
    [frequency, interval, weekdays.toSorted(), weeks ?? null, monthlyOn ?? null],
    [
      (ordinals ?? []).toSorted((a, b) => a - b),
      dayOffset ?? 0,
      time,
      timeZone,
      startDate,
      endDate ?? null,
    ],
  ])
}

/** A slot that is the same as another one is reported as such. */
function withoutOwnDates(slots: readonly Recurrence[]): CadenceFault[] {
  const contents = slots.map(contentOf)
  return coveredSlots(slots).flatMap((index): CadenceFault[] => {
    const slot = slots[index]
    if (!slot || contents.indexOf(contentOf(slot)) < index) return []
    const message =
      'The other slots have every date of this slot, so it adds none. Remove it, or change it'
    return [{path: ['slots', index], level: 'warning', message}]
  })
}

function withoutDates(cadence: Cadence): CadenceFault[] {
  if (hasDate(cadence)) return []
  const withoutBreaks = {...cadence, breaks: []}
  const path = hasDate(withoutBreaks) ? 'breaks' : 'exceptions'
  const message =
    path === 'breaks'
      ? 'The breaks leave out every date of the cadence. Shorten a break, or choose a later end date'
      : 'The exceptions leave out every date of the cadence. Remove one, or choose a later end date'
  return [{path: [path], level: 'error', message}]
}

function hasDate(cadence: Cadence): boolean {
  return cadenceDates(cadence, {count: 1}).length > 0
}
