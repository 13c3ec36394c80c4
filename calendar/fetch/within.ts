import {maxTimerDelay} from './fetchLimits.ts'

/** Returns the outcome, or undefined if it takes longer than this many milliseconds. */
export async function within<T>(milliseconds: number, outcome: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.min(milliseconds, maxTimerDelay), undefined)
  })
  try {
    return await Promise.race([outcome, late])
  } finally {
    clearTimeout(timer)
  }
}
