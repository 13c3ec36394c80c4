import {createContext, Script} from 'node:vm'

/** A job was stopped because it took too long. */
export class TimeExceededError extends Error {
  override readonly name = 'TimeExceededError'
  readonly milliseconds: number

  constructor(milliseconds: number) {
    super(`Stopped after ${milliseconds} ms`)
    this.milliseconds = milliseconds
  }
}

const slot = {job: () => {}}
const context = createContext(slot)
const script = new Script('job()')

/** A second try is not made if it could take longer. */
const maxPatientMilliseconds = 1_500

export interface RunOptions {
  /** A second try gets this many times the time. */
  patience: number
  /** Returns the time that this thread has run. Undefined if it is not known. Defaults to `process.threadCpuUsage`. */
  processorMilliseconds?: () => number | undefined
}

/**
 * Runs a synchronous job, and stops it when its time is over.
 *
 * V8 stops a script at any point, also within a regular expression, `JSON.stringify` or `sort`. So a job
 * must not change anything that outlives it. A call costs 0.2 ms, for a thread that watches the time.
 *
 * V8 counts the time that passes. On a busy machine, this thread may run for a small part of it. So a job that was
 * stopped before it had half of its time on a processor runs again, with more time.
 *
 * @throws TimeExceededError if the job was stopped, else what the job throws
 */
export function runWithin<Result>(
  milliseconds: number,
  job: () => Result,
  {patience, processorMilliseconds = threadMilliseconds}: RunOptions,
): Result {
  const started = processorMilliseconds()
  const first = attempt(milliseconds, job)
  if (first) return first.value
  const ended = processorMilliseconds()
  const more = milliseconds * patience
  const wasIdle = started !== undefined && ended !== undefined && ended - started < milliseconds / 2
  const second = wasIdle && more <= maxPatientMilliseconds ? attempt(more, job) : undefined
  if (second) return second.value
  throw new TimeExceededError(milliseconds)
}

/** Returns what the job returns. Undefined if it was stopped. */
function attempt<Result>(milliseconds: number, job: () => Result): {value: Result} | undefined {
  const results: {value: Result}[] = []
  const outer = slot.job
  slot.job = () => void results.push({value: job()})
  try {
    script.runInContext(context, {timeout: milliseconds})
  } catch (error) {
    if (!isTimeout(error)) throw error
    return undefined
  } finally {
    slot.job = outer
  }
  return results[0]
}

/** Returns the time that this thread has run. Undefined if it is not known. */
export function threadMilliseconds(): number | undefined {
  // Node before 23.9 lacks it.
  if (!('threadCpuUsage' in process)) return undefined
  const {user, system} = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The error is of the other context, so it is not an instance of this one's `Error`. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
