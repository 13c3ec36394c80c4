import * as z from 'zod/mini'

import {instant, minutes, timeZone} from '../scalars.ts'

const schedule = z.object({start: instant, timeZone, minutes})

export interface Session {
  /** UTC instants. */
  start: string
  end: string
  timeZone: string
  minutes: number
}

/** Reads a stored schedule. Returns undefined if it is incomplete or malformed. */
export function scheduleOf(value: unknown): Session | undefined {
  const result = z.safeParse(schedule, value)
  if (!result.success) return undefined
  const end = new Date(Date.parse(result.data.start) + result.data.minutes * 60_000)
  return {...result.data, end: end.toISOString()}
}
