import {dayOf, epochOf} from './moment.ts'
import type {Moment} from './moment.ts'

/**
 * Finds what was written for one occurrence of a series: by EXDATE or by RECURRENCE-ID. These should
 * have the form of DTSTART (RFC 5545 sections 3.8.4.4 and 3.8.5.1) and often have not: a date names
 * every occurrence of that local day, a time without a zone is in the series' own zone, and in an
 * all-day series only the date of a time counts.
 */
export class MomentIndex<T> {
  readonly #kind: Moment['kind']
  readonly #byEpoch = new Map<number, T>()
  readonly #byWall = new Map<number, T>()
  readonly #byDay = new Map<number, T>()

  constructor(series: Moment) {
    this.#kind = series.kind
  }

  set(moment: Moment, value: T): void {
    const [map, key] = this.#slot(moment)
    map.set(key, value)
  }

  /** The value stored under exactly this moment. */
  at(moment: Moment): T | undefined {
    const [map, key] = this.#slot(moment)
    return map.get(key)
  }

  /** The value for an occurrence of the series. */
  get(wall: number, epoch: number): T | undefined {
    if (this.#kind === 'date') return this.#byDay.get(dayOf(wall))
    const exact = this.#byEpoch.size > 0 ? this.#byEpoch.get(epoch) : undefined
    if (exact !== undefined) return exact
    const local = this.#byWall.size > 0 ? this.#byWall.get(wall) : undefined
    if (local !== undefined) return local
    return this.#byDay.size > 0 ? this.#byDay.get(dayOf(wall)) : undefined
  }

  #slot(moment: Moment): [Map<number, T>, number] {
    if (this.#kind === 'date' || moment.kind === 'date') return [this.#byDay, dayOf(moment.wall)]
    if (this.#kind === 'timed' && moment.kind === 'timed') return [this.#byEpoch, epochOf(moment)]
    return [this.#byWall, moment.wall]
  }
}
