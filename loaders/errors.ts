import {describeProblem} from './describeProblem.ts'
import type {Problem} from './problems.ts'
import type {QueryFailure} from './stale.ts'

/**
 * Base class of every error that a loader throws. `code` identifies the kind. Each message says what
 * went wrong, why, and what to do.
 */
export abstract class TouchpointsError extends Error {
  abstract readonly code: string
}

/** An option of the loader, or of one of its methods, is invalid. */
export class ConfigurationError extends TouchpointsError {
  override readonly name = 'ConfigurationError'
  readonly code = 'configuration'
  /** Name of the invalid option. */
  readonly option: string

  constructor(option: string, message: string) {
    super(message)
    this.option = option
  }
}

/**
 * The Content Lake could not be reached, or answered with an error. `cause` has the name, code, status and
 * first line of the client's error, without the query.
 */
export class QueryError extends TouchpointsError {
  override readonly name = 'QueryError'
  readonly code = 'query'
  readonly reason: QueryFailure
  /** The reason in a few words without an address, such as `connection refused` or `HTTP 502`. */
  readonly detail: string
  /** Milliseconds after which the Content Lake wants the next query (`Retry-After`). Undefined when it says none. */
  readonly retryAfter: number | undefined

  constructor(
    reason: QueryFailure,
    message: string,
    options: {detail: string; cause?: unknown; retryAfter?: number | undefined},
  ) {
    super(message, {cause: options.cause})
    this.retryAfter = options.retryAfter
    this.reason = reason
    this.detail = options.detail
  }
}

/** A strict loader throws this instead of returning a result with problems. */
export class ProblemsError extends TouchpointsError {
  override readonly name = 'ProblemsError'
  readonly code = 'problems'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(
      `${problems.length === 1 ? 'One problem' : `${problems.length} problems`} in strict mode:\n` +
        problems.map((problem) => `- ${describeProblem(problem)}`).join('\n'),
    )
    this.problems = problems
  }
}

export type AnyTouchpointsError = ConfigurationError | QueryError | ProblemsError

/**
 * Whether a loader threw this error. Narrows it, so that `code` selects the class.
 *
 * @example catch (error) { if (isTouchpointsError(error) && error.code === 'query') … }
 */
export function isTouchpointsError(error: unknown): error is AnyTouchpointsError {
  return (
    error instanceof ConfigurationError ||
    error instanceof QueryError ||
    error instanceof ProblemsError
  )
}
