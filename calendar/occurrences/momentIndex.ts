import {dayOf, epochOf} from './moment.ts'
import type {Moment} from './moment.ts'

/**
 * Looks up what an EXDATE or RECURRENCE-ID says about one occurrence of a series.
 *
 * These should have the form of DTSTART (RFC 5545 sections 3.8.4.4 and 3.8.5.1) but often don't. A date
 * matches every occurrence of that local day. A time without a zone is in the zone of the series. In an
 * all-day series, only the date of a time counts.
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

  /** Returns the value stored for exactly this moment. */
  at(moment: Moment): T | undefined {
    const [map, key] = this.#slot(moment)
    return map.get(key)
  }

  /** Returns the value that applies to an occurrence of the series. */
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
