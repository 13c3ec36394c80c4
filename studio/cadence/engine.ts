// Stands in for the functions of the calendar until they are there.
import {
  type Cadence,
  type DatesRequest,
  type Recurrence,
  recurrenceDates,
  recurrenceSentence,
  wallClock,
} from '@touchpoints/calendar/time'
export interface CadenceDate {
  start: string
  slot: Recurrence
  change?:
    | {kind: 'skipped'; reason?: string | null}
    | {kind: 'moved'; from: string; reason?: string | null}
}
export function cadenceDates(
  cadence: Cadence,
  request: DatesRequest & {skipped?: 'include' | 'leave-out'},
): CadenceDate[] {
  const all = cadence.slots.flatMap((slot) =>
    recurrenceDates(
      slot,
      'count' in request ? {...request, count: request.count + 20} : request,
    ).map((start): CadenceDate => ({start, slot})),
  )
  const kept = all
    .flatMap((date): CadenceDate[] => {
      const {date: day, time} = wallClock(date.start, date.slot.timeZone)
      if (cadence.breaks.some(({from, to}) => from <= day && day <= to)) return []
      const exception = cadence.exceptions.find(
        (each) => each.date === day && (!each.time || each.time === time),
      )
      if (exception?.kind === 'skipped')
        return request.skipped === 'include'
          ? [{...date, change: {kind: 'skipped', reason: exception.reason ?? null}}]
          : []
      return [date]
    })
    .toSorted((a, b) => a.start.localeCompare(b.start))
  return 'count' in request ? kept.slice(0, request.count) : kept
}
export function checkCadence(
  _: Cadence,
): {path: (string | number)[]; level: 'error' | 'warning'; message: string}[] {
  return []
}
export function cadenceSentence({slots}: Cadence, _language: string): string {
  return slots.map((slot) => recurrenceSentence(slot)).join('; ')
}
