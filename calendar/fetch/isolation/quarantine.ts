import type {FeedFault} from '../feedRecord.ts'
import type {IsolationLimits} from './isolationLimits.ts'
import type {Quarantined} from './messages.ts'

/** Why a thread ended while it worked on a feed. */
export type Ending = 'time' | 'memory' | 'crash'

/** The feeds that ended a thread, and until when they are not read. */
export class Quarantine {
  readonly #limits: IsolationLimits
  readonly #now: () => number
  readonly #entries = new Map<string, Quarantined & {until: number; times: number}>()

  /** @param now - milliseconds */
  constructor(limits: IsolationLimits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  add({id, url, text}: Omit<Quarantined, 'fault'>, ending: Ending): void {
    const {quarantine, maxQuarantine} = this.#limits
    const times = (this.#entries.get(id)?.times ?? 0) + 1
    const length = Math.min(quarantine * 2 ** (times - 1), maxQuarantine)
    const fault = faultOf(ending, this.#limits, length)
    this.#entries.set(id, {id, url, text, fault, times, until: this.#now() + length})
  }

  /** Returns the feeds that are not read now. A feed stays listed, so that a further ending counts. */
  current(): Quarantined[] {
    return [...this.#entries.values()]
      .filter(({until}) => until > this.#now())
      .map(({id, url, text, fault}) => ({id, url, text, fault}))
  }
}

function faultOf(ending: Ending, {work, memory}: IsolationLimits, length: number): FeedFault {
  const what = {
    time: `took longer than ${work / 1000} s`,
    memory: `needed more than ${memory} MB of memory`,
    crash: 'ended the thread that reads calendars',
  }[ending]
  const minutes = Math.ceil(length / 60_000)
  return {
    code: 'too-expensive',
    message: `Reading this calendar ${what}, so it is not read for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Check its address, and ask its owner for a smaller calendar, or disable it.`,
  }
}
