/** An ordinary Tuesday morning of the sample: no border of a day, week, month or year is near. */
const ordinary = '2026-11-17T10:00:00Z'

const preload = new URL('preload.ts', import.meta.url).href

/**
 * How far the clocks of a test run are from this machine's, milliseconds.
 *
 * @param date - `now`, or when the run begins, such as `2028-02-29` or `2027-03-28T00:30:00Z`
 * @throws Error when it is neither
 */
export function offsetTo(date: string | undefined, now: number): number {
  if (date === 'now') return 0
  const begins = Date.parse(date || ordinary)
  if (Number.isFinite(begins)) return begins - now
  throw new Error(
    `TOUCHPOINTS_TEST_DATE is "${date}": expected a date or a moment in UTC, such as 2028-02-29 or 2027-03-28T00:30:00Z, or "now".`,
  )
}

/**
 * Puts every Node process that is started from here on, and what it starts, on the run's clock. The offset
 * travels in NODE_OPTIONS: it is the one variable that nothing on the way takes out.
 */
export function startSuiteClock(env: NodeJS.ProcessEnv) {
  const options = env['NODE_OPTIONS'] ?? ''
  // A run inside a run: its clock is set.
  if (options.includes(preload)) return
  const offset = offsetTo(env['TOUCHPOINTS_TEST_DATE'], Date.now())
  if (offset === 0) return
  console.log(`The tests begin at ${new Date(Date.now() + offset).toISOString()}`)
  env['NODE_OPTIONS'] = `${options} --import=${preload}?offset=${offset}`.trim()
}

/** The offset that this process was started with, for what is no Node process: a browser's pages. */
export function suiteOffset(env: NodeJS.ProcessEnv): number {
  const [, offset] = (env['NODE_OPTIONS'] ?? '').split(`--import=${preload}?offset=`)
  return parseInt(offset ?? '0', 10)
}
