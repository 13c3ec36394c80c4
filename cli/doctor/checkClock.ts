import type {Connection} from '../connection.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'

/** Compares the clock with the Content Lake's. A wrong clock shows the wrong next meeting. */
export async function checkClock(
  {address}: Pick<Connection, 'address'>,
  now: () => number,
): Promise<Diagnosis> {
  const about = 'Clock'
  try {
    const response = await fetch(address, {signal: AbortSignal.timeout(10_000), method: 'HEAD'})
    const lakeTime = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(lakeTime)) {
      return {
        about,
        state: 'ok',
        message: `${new Date(now()).toISOString()}. The Content Lake sends no date to compare it with.`,
      }
    }
    const difference = Math.round(Math.abs(now() - lakeTime) / 1000)
    return difference <= 60
      ? {
          about,
          state: 'ok',
          message: `within ${Math.max(difference, 1)} s of the Content Lake’s clock`,
        }
      : {
          about,
          state: 'warn',
          message: `differs by ${difference} s from the Content Lake’s clock, so the site may show the wrong next meeting. Synchronize this machine’s clock over the network.`,
        }
  } catch (error) {
    return {
      about,
      state: 'warn',
      message: `could not be compared with the Content Lake’s clock (${reasonOf(error)}). Check the network and run it again.`,
    }
  }
}
