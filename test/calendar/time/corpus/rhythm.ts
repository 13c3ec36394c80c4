import {
  type Cadence,
  type CadenceBreak,
  type CadenceException,
  type Ordinal,
  type Recurrence,
  weekdays,
} from '../../../../calendar/time/index.ts'

/** Cadences by the id of their rhythm. */
export type Rhythms = Readonly<Record<string, Cadence>>

type Rest = Partial<Recurrence>

/** Describes a weekly slot as `TH 12:00 Europe/London`. */
export function weekly(at: string, startDate: string, rest: Rest = {}): Recurrence {
  return {...slotAt(at), frequency: 'weekly', startDate, ...rest}
}

/** Describes a monthly slot on weekdays as `TH 12:00 Europe/London`. */
export function monthly(
  ordinals: readonly Ordinal[],
  at: string,
  startDate: string,
  rest: Rest = {},
): Recurrence {
  return {
    ...slotAt(at),
    frequency: 'monthly',
    monthlyOn: 'weekday',
    ordinals,
    startDate,
    ...rest,
  }
}

function slotAt(at: string) {
  const [day, time = '', timeZone = ''] = at.split(' ')
  return {interval: 1, weekdays: weekdays.filter((each) => each === day), time, timeZone}
}

export function cadence(...slots: Recurrence[]): Cadence {
  return {slots, exceptions: [], breaks: []}
}

export function changed(
  slots: readonly Recurrence[],
  exceptions: readonly CadenceException[],
  breaks: readonly CadenceBreak[] = [],
): Cadence {
  return {slots, exceptions, breaks}
}

export function skipped(...dates: string[]): CadenceException[] {
  return dates.map((date) => ({kind: 'skipped', date}))
}
