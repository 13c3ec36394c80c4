import {CancelledFault, OverloadFault} from '../faults.ts'

export interface FairQueueOptions<Group> {
  /** The number of tasks to run at a time. A group has one of them at most. */
  concurrency: number
  /** The number of tasks of one group that may wait. Further ones are rejected. */
  maxWaiting: number
  /** The tasks' name in the error, in the plural. */
  work: string
  /** Returns whether the tasks of a group can start. If not, call `wake` when they can. Defaults to always. */
  isReady?: (group: Group) => boolean
  /** Returns a time in milliseconds. Defaults to `performance.now`. */
  now?: () => number
}

export interface FairTaskOptions {
  /** Aborted when nobody needs the result any more. */
  signal?: AbortSignal | undefined
  /** Whether the task goes before those of its group that are not urgent. */
  isUrgent?: boolean
}

interface Member {
  readonly urgent: Set<() => void>
  readonly others: Set<() => void>
  /** Reject the tasks that wait or run. */
  readonly cancels: Set<() => void>
  isRunning: boolean
  /** The milliseconds that the tasks of the group took. */
  used: number
}

/**
 * Runs a few tasks at a time, and lets a bounded number of others wait. The group that used the least time goes
 * first. So a group with expensive tasks delays each task of another group by one of its own at most.
 */
export class FairQueue<Group> {
  readonly #options: FairQueueOptions<Group>
  readonly #members = new Map<Group, Member>()
  #running = 0
  /** The time that the group which went last had used. A group that was idle starts from it, without credit. */
  #reached = 0

  constructor(options: FairQueueOptions<Group>) {
    this.#options = options
  }

  /** The number of tasks that wait. */
  get waiting(): number {
    return [...this.#members.values()].reduce((sum, member) => sum + waitingOf(member), 0)
  }

  /**
   * Runs a task when it is its turn. Abandons it when the signal is aborted before it has ended. A task
   * that runs by then is not stopped: it can listen to the signal itself.
   *
   * @throws OverloadFault if too many tasks of the group wait
   * @throws CancelledFault if the signal is aborted, or the group is cancelled
   */
  run<Result>(
    group: Group,
    task: () => Promise<Result>,
    {signal, isUrgent = false}: FairTaskOptions = {},
  ): Promise<Result> {
    const {maxWaiting, work, now = () => performance.now()} = this.#options
    if (signal?.aborted) return Promise.reject(new CancelledFault())
    const member = this.#memberOf(group)
    if (waitingOf(member) >= maxWaiting) {
      return Promise.reject(
        new OverloadFault(`Too many ${work} are waiting. Try again in a second.`, 1),
      )
    }
    return new Promise((resolve, reject) => {
      const list = isUrgent ? member.urgent : member.others
      const cancel = () => {
        list.delete(start)
        member.cancels.delete(cancel)
        reject(new CancelledFault())
      }
      const start = () => {
        list.delete(start)
        this.#running++
        member.isRunning = true
        const started = now()
        void task()
          .then(resolve, reject)
          .finally(() => {
            signal?.removeEventListener('abort', cancel)
            member.cancels.delete(cancel)
            member.used += now() - started
            member.isRunning = false
            this.#running--
            this.wake()
          })
      }
      signal?.addEventListener('abort', cancel, {once: true})
      member.cancels.add(cancel)
      list.add(start)
      this.wake()
    })
  }

  /** Abandons the tasks of a group, and forgets it. */
  cancel(group: Group) {
    const member = this.#members.get(group)
    this.#members.delete(group)
    for (const cancel of member?.cancels ?? []) cancel()
  }

  /** Starts the tasks that can start. */
  wake() {
    while (this.#running < this.#options.concurrency) {
      const next = this.#next()
      if (!next) return
      this.#reached = next.used
      const [start] = next.urgent.size > 0 ? next.urgent : next.others
      start?.()
    }
  }

  #next(): Member | undefined {
    const {isReady = () => true} = this.#options
    let next: Member | undefined
    for (const [group, member] of this.#members) {
      if (member.isRunning || waitingOf(member) === 0 || !isReady(group)) continue
      if (!next || member.used < next.used) next = member
    }
    return next
  }

  #memberOf(group: Group): Member {
    const existing = this.#members.get(group)
    if (existing) {
      const isIdle = !existing.isRunning && waitingOf(existing) === 0
      if (isIdle) existing.used = Math.max(existing.used, this.#reached)
      return existing
    }
    const member = {
      urgent: new Set<() => void>(),
      others: new Set<() => void>(),
      cancels: new Set<() => void>(),
      isRunning: false,
      used: this.#reached,
    }
    this.#members.set(group, member)
    return member
  }
}

function waitingOf({urgent, others}: Member): number {
  return urgent.size + others.size
}
