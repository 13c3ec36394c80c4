import type {Connection} from '../connection.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'

/** "Next" and "live now" are as right as the clock. */
export async function checkClock(
  {address}: Pick<Connection, 'address'>,
  now: () => number,
): Promise<Diagnosis> {
  const about = 'Clock'
  try {
    const response = await fetch(address, {signal: AbortSignal.timeout(10_000), method: 'HEAD'})
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) {
      return {about, state: 'ok', message: `${new Date(now()).toISOString()}, not compared`}
    }
    const apart = Math.round(Math.abs(now() - theirs) / 1000)
    return apart <= 60
      ? {about, state: 'ok', message: `within ${Math.max(apart, 1)} s of the Content Lake’s`}
      : {
          about,
          state: 'doubtful',
          message: `${apart} s from the Content Lake’s: what is next may be wrong. Set this machine’s clock by the network.`,
        }
  } catch (error) {
    return {about, state: 'doubtful', message: `could not be compared (${reasonOf(error)}).`}
  }
}
