import {describeProblem} from './describeProblem.ts'
import type {Problem} from './problems.ts'

/**
 * What a loader throws, told apart by `code`. Each message says what went wrong, why, and what to do.
 */
export abstract class TouchpointsError extends Error {
  abstract readonly code: string
}

/** The loader was set up or asked in a way that cannot work. */
export class ConfigurationError extends TouchpointsError {
  override readonly name = 'ConfigurationError'
  readonly code = 'configuration'
  /** The option that is wrong, as it is written in code. */
  readonly option: string

  constructor(option: string, message: string) {
    super(message)
    this.option = option
  }
}

/** The Content Lake did not answer, or refused; `cause` is the client's own error. */
export class QueryError extends TouchpointsError {
  override readonly name = 'QueryError'
  readonly code = 'query'

  constructor(message: string, cause: unknown) {
    super(message, {cause})
  }
}

/** What a strict loader throws in place of an answer with problems. */
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

/** @example catch (error) { if (isTouchpointsError(error) && error.code === 'query') … } */
export function isTouchpointsError(error: unknown): error is AnyTouchpointsError {
  return (
    error instanceof ConfigurationError ||
    error instanceof QueryError ||
    error instanceof ProblemsError
  )
}
