import {monitorEventLoopDelay} from 'node:perf_hooks'

export interface LoadMonitor {
  /** Whether the process is so busy that further work would only wait. */
  isBusy(): boolean
  stop(): void
}

/**
 * Milliseconds. Two periods in a row make the process busy. One alone can be the first render of a page,
 * which compiles its code and blocks for half a second on a slow machine.
 */
const period = 500

/**
 * Watches how late the event loop's timers are.
 *
 * @param maxDelay - milliseconds. One timer in ten may be later. A page takes 55 ms to render, so two
 *   renders and a garbage collection stay below 250 ms.
 */
export function loadMonitor(maxDelay = 250): LoadMonitor {
  const delays = monitorEventLoopDelay({resolution: 10})
  let isBusy = false
  let wasLate = false
  delays.enable()
  const timer = setInterval(() => {
    const isLate = delays.percentile(90) / 1e6 > maxDelay
    isBusy = isLate && wasLate
    wasLate = isLate
    delays.reset()
  }, period)
  timer.unref()
  return {
    isBusy: () => isBusy,
    stop: () => {
      clearInterval(timer)
      delays.disable()
    },
  }
}
