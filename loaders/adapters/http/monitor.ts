import {checkedTimeout} from '../../options/checkedOptions.ts'
import type {Loader} from '../../loader.ts'
import {
  callback,
  checkOptions,
  list,
  loaderWith,
  number,
  type Checks,
} from '../../options/optionChecks.ts'
import type {LiveChanges} from '../../preview/liveChanges.ts'
import {unrefTimer} from '../../preview/unrefTimer.ts'

export interface MonitorOptions {
  loader: Pick<Loader, 'check'>
  /** Live connections. When one is lost, the Content Lake is checked at once. */
  changes?: readonly Pick<LiveChanges, 'onLost' | 'reconnect'>[]
  /** Milliseconds between two checks. Defaults to 10,000. */
  interval?: number
  /** Calls a function later. Defaults to a timer that does not keep the process alive. */
  later?: (run: () => void, milliseconds: number) => {cancel: () => void}
}

const checks = {
  loader: loaderWith('check'),
  changes: list,
  interval: number,
  later: callback,
} as const satisfies Checks<MonitorOptions>

/**
 * Checks the Content Lake in the background, with a query for one id, so that `health` is true although
 * nobody visits. When the lake hangs, it also renews the live connections, which look open.
 *
 * It is for a process that keeps running. Without it, health shows what the last visitor's query observed.
 * So in workers and functions you need no monitor.
 *
 * @returns a function that stops it
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * const stop = monitor({loader, changes: [liveChanges(client.live)]})
 */
export function monitor(options: MonitorOptions): () => void {
  checkOptions('monitor', options, checks, ['loader'])
  const {loader, changes = [], later = unrefLater} = options
  const interval = checkedTimeout(options.interval ?? 10_000, 'interval')
  let next: {cancel: () => void} | undefined
  let isStopped = false
  let isChecking = false
  let isOutdated = false

  async function check() {
    // What a check observed before a connection was lost says nothing about the time after.
    isOutdated = isChecking
    if (isStopped || isChecking) return
    isChecking = true
    next?.cancel()
    const health = await loader.check()
    isChecking = false
    if (isStopped) return
    next = later(run, isOutdated ? 0 : interval)
    if (health.state !== 'unavailable' || health.reason !== 'deadline-exceeded') return
    for (const each of changes) each.reconnect()
  }
  // `check` of a loader never rejects.
  const run = () => void check()

  const removers = changes.map((each) => each.onLost(run))
  run()
  return () => {
    isStopped = true
    next?.cancel()
    for (const remove of removers) remove()
  }
}

function unrefLater(run: () => void, milliseconds: number): {cancel: () => void} {
  const timer = unrefTimer(setTimeout(run, milliseconds))
  return {cancel: () => clearTimeout(timer)}
}
