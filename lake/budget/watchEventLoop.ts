import {monitorEventLoopDelay} from 'node:perf_hooks'

export interface EventLoop {
  /** Returns whether the event loop has been late for at least a second. */
  isLate(): boolean
  close(): void
}

/** The part of `IntervalHistogram` that is read: nanoseconds between two ticks. */
interface DelayHistogram {
  readonly mean: number
  reset(): void
  disable(): boolean
}

const windowMilliseconds = 500
const resolution = 20

/**
 * Watches how late the event loop is.
 *
 * The loop is late when the mean delay was above the limit in each of the last two half seconds. A single
 * long task, such as an import, does not count: rejecting requests after it would not help.
 *
 * @param limit milliseconds
 */
export function watchEventLoop(
  limit: number,
  histogram: DelayHistogram = startHistogram(),
): EventLoop & {read(): void} {
  let lateWindows = 0
  const read = () => {
    const delay = histogram.mean / 1e6 - resolution
    lateWindows = delay > limit ? lateWindows + 1 : 0
    histogram.reset()
  }
  const timer = setInterval(read, windowMilliseconds)
  timer.unref()
  return {
    isLate: () => lateWindows >= 2,
    read,
    close: () => {
      clearInterval(timer)
      histogram.disable()
    },
  }
}

function startHistogram(): DelayHistogram {
  const histogram = monitorEventLoopDelay({resolution})
  histogram.enable()
  return histogram
}
