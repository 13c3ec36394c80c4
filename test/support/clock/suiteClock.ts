/** An ordinary Tuesday morning of the sample, far from the limits of a day, week, month or year. */
const ordinary = '2026-11-17T10:00:00Z'

const preload = new URL('preload.ts', import.meta.url).href

/**
 * Returns the difference between the clock of a test run and this machine's, in milliseconds.
 *
 * @param date - `now`, or the start of the run, such as `2028-02-29` or `2027-03-28T00:30:00Z`
 * @throws Error for any other value
 */
export function offsetTo(date: string | undefined, now: number): number {
  if (date === 'now') return 0
  const begins = Date.parse(date || ordinary)
  if (Number.isFinite(begins)) return begins - now
  throw new Error(
    `TOUCHPOINTS_TEST_DATE is "${date}": expected a date or an instant in UTC, such as 2028-02-29 or 2027-03-28T00:30:00Z, or "now".`,
  )
}

/**
 * Sets the run's clock for every Node process that starts from now on, and for their child processes. The
 * offset is in NODE_OPTIONS, the only variable that no program on the way removes.
 */
export function startSuiteClock(env: NodeJS.ProcessEnv) {
  const options = env['NODE_OPTIONS'] ?? ''
  // A nested run already has its clock.
  if (options.includes(preload)) return
  const offset = offsetTo(env['TOUCHPOINTS_TEST_DATE'], Date.now())
  if (offset === 0) return
  console.log(`The tests begin at ${new Date(Date.now() + offset).toISOString()}`)
  env['NODE_OPTIONS'] = `${options} --import=${preload}?offset=${offset}`.trim()
}

/** Returns the offset of this process, for pages of a browser, which is not a Node process. */
export function suiteOffset(env: NodeJS.ProcessEnv): number {
  const [, offset] = (env['NODE_OPTIONS'] ?? '').split(`--import=${preload}?offset=`)
  return parseInt(offset ?? '0', 10)
}
