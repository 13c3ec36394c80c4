import {
  type Cadence,
  cadenceDates,
  type CadenceException,
  type Recurrence,
  wallClock,
  weekdayOf,
} from '@touchpoints/calendar/time'

/** One date of an event, as a calendar has it. */
export interface DatedStart {
  /** UTC instant. */
  start: string
  /** The instant that the rule gives, if the date was moved. */
  from?: string
}

/** Dates beyond a rule that still count as exceptions of it. */
const maxExceptions = 20

/**
 * Returns the cadence that gives exactly these dates, or undefined when none does. It tries every number of
 * weeks and the weeks of the month, and compares the result with the dates.
 *
 * @param to - UTC instant: the end of the window that the dates are from. The cadence ends with its last
 *   date if another one would be before this.
 */
export function fitCadence(
  dates: readonly DatedStart[],
  {timeZone, to}: {timeZone: string; to: string},
): Cadence | undefined {
  const regular = dates.map(({start, from}) => from ?? start).toSorted()
  const [first] = regular
  const last = regular.at(-1)
  if (first === undefined || last === undefined || regular.length < 3) return undefined
  const clocks = regular.map((each) => wallClock(each, timeZone))
  const time = mostFrequent(clocks.map((clock) => clock.time))
  const firstClock = clocks[0]
  if (firstClock === undefined || firstClock.time !== time) return undefined
  const base = {time, timeZone, startDate: firstClock.date}
  for (const slot of candidates(clocks, base)) {
    const generated = cadenceDates(cadenceOf(slot), {from: first, to})
    const until = generated.find(({start}) => start > last)
    const within = generated.filter(({start}) => start <= last).map(({start}) => start)
    if (!regular.every((each) => within.includes(each))) continue
    const left = within.filter((each) => !regular.includes(each))
    const moved = dates.flatMap(({start, from}) =>
      from === undefined || from === start ? [] : [{start, from}],
    )
    if (left.length + moved.length > Math.min(maxExceptions, regular.length)) continue
    const ended = until === undefined ? slot : {...slot, endDate: wallClock(last, timeZone).date}
    return {
      slots: [ended],
      exceptions: [
        ...left.map((each): CadenceException => ({
          kind: 'skipped',
          date: wallClock(each, timeZone).date,
        })),
        ...moved.map(({start, from}) => movedDate(from, start, timeZone)),
      ],
      breaks: [],
    }
  }
  return undefined
}

function* candidates(
  clocks: readonly {date: string}[],
  base: Pick<Recurrence, 'time' | 'timeZone' | 'startDate'>,
): Generator<Recurrence> {
  const weekdays = [...new Set(clocks.map(({date}) => weekdayOf(date)))]
  for (let interval = 1; interval <= 12; interval += 1) {
    yield {...base, frequency: 'weekly', interval, weekdays}
  }
  const weeks = [...new Set(clocks.map(({date}) => Math.ceil(Number(date.slice(8)) / 7)))]
  const ordinals = ([1, 2, 3, 4, 5] as const).filter((each) => weeks.includes(each))
  for (const interval of [1, 2, 3, 4, 6, 12]) {
    const monthly = {...base, frequency: 'monthly' as const, interval}
    yield {...monthly, weekdays, monthlyOn: 'weekday', ordinals}
    yield {...monthly, weekdays, monthlyOn: 'weekday', ordinals: [-1]}
    yield {...monthly, weekdays: [], monthlyOn: 'date'}
  }
}

function cadenceOf(slot: Recurrence): Cadence {
  return {slots: [slot], exceptions: [], breaks: []}
}

function movedDate(from: string, start: string, timeZone: string): CadenceException {
  const [before, after] = [wallClock(from, timeZone), wallClock(start, timeZone)]
  return {
    kind: 'moved',
    date: before.date,
    toDate: after.date,
    ...(after.time !== before.time && {toTime: after.time}),
  }
}

function mostFrequent(values: readonly string[]): string {
  const groups = [...Map.groupBy(values, (value) => value)]
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
}
