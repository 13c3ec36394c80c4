/* oxlint-disable no-console -- This is the one place that writes to it. */
import {isTouchpointsError} from './errors.ts'

/** Receives what a program should know and a visitor does not see. `console` fits. */
export interface Logger {
  /** Something failed. `error` is the cause, when there is one. */
  error(message: string, error?: unknown): void
  /** Something works in a lesser way, such as with earlier content. */
  warn(message: string): void
}

/** Logs nothing. */
export const silent: Logger = {error: () => {}, warn: () => {}}

/**
 * Logs to the console. An error of the package is one line, because its message says what to do. Any other
 * error has its stack.
 */
export const consoleLogger: Logger = {
  error: (message, error) => {
    if (error === undefined) console.error(message)
    else if (isTouchpointsError(error)) console.error(`${message} ${error.message}`)
    else console.error(message, error)
  },
  warn: (message) => console.warn(message),
}

/** Milliseconds in which a cause is logged once. A failing lake fails for every visitor. */
const quietTime = 60_000
/** Causes that are remembered. The oldest is forgotten first. */
const maxCauses = 100

/**
 * Returns a logger that logs each distinct cause once a minute: the same message with the same error. The
 * handlers use it.
 *
 * @param clock - milliseconds since 1970
 */
export function oncePerMinute(logger: Logger, clock: () => number): Logger {
  let logged: {cause: string; at: number}[] = []
  const isNew = (cause: string) => {
    // A clock can jump, also back.
    logged = logged.filter(({at}) => Math.abs(clock() - at) < quietTime).slice(-maxCauses)
    if (logged.some((each) => each.cause === cause)) return false
    logged.push({cause, at: clock()})
    return true
  }
  return {
    error: (message, error) => {
      if (isNew(`${message}\n${String(error)}`)) logger.error(message, error)
    },
    warn: (message) => {
      if (isNew(message)) logger.warn(message)
    },
  }
}
