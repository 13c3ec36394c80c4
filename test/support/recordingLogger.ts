import type {Logger} from '../../loaders/index.ts'

/** A logger that records what it receives. */
export function recordingLogger() {
  const errors: unknown[] = []
  const messages: string[] = []
  const logger: Logger = {
    error: (message, error) => {
      messages.push(message)
      errors.push(error)
    },
    warn: (message) => messages.push(message),
  }
  return {logger, errors, messages}
}
