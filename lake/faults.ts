/**
 * The base class of errors that a request causes. `http/apiError.ts` turns them into responses. Errors
 * outside a request are a `LakeError`.
 */
export abstract class Fault extends Error {
  abstract readonly code: string
}

/** The body, a document or a patch is invalid. */
export class InvalidInputFault extends Fault {
  override readonly name = 'InvalidInputFault'
  readonly code = 'invalid-input'
}

/** Why one mutation or action failed, in the hosted service's terms. */
export interface FailureReason {
  type:
    | 'documentNotFoundError'
    | 'documentAlreadyExistsError'
    | 'documentRevisionIDDoesNotMatchError'
    | 'documentImmutableAttributeError'
    | 'documentReferenceDoesNotExistError'
    | 'documentHasExistingReferencesError'
    | 'draftExistsError'
    | 'releaseNotFoundError'
    | 'releaseStateError'
  description: string
  /** Further fields of the hosted service's error, such as `currentRevisionID`. */
  details?: Record<string, unknown>
}

/** A mutation or action failed, so the whole transaction did. */
export class TransactionFault extends Fault {
  override readonly name = 'TransactionFault'
  readonly code = 'transaction-failed'
  readonly kind: 'mutation' | 'action'
  /** 0-based index among the transaction's mutations or actions. */
  readonly index: number
  readonly reason: FailureReason

  constructor(kind: 'mutation' | 'action', index: number, reason: FailureReason) {
    super(`The ${kind}(s) failed: ${reason.description}`)
    this.kind = kind
    this.index = index
    this.reason = reason
  }
}

/** Another transaction already has this id. */
export class TransactionIdUsedFault extends Fault {
  override readonly name = 'TransactionIdUsedFault'
  readonly code = 'transaction-id-used'

  constructor(transactionId: string) {
    super(`The transaction ID "${transactionId}" was used before`)
  }
}

/** The GROQ query does not parse. */
export class QuerySyntaxFault extends Fault {
  override readonly name = 'QuerySyntaxFault'
  readonly code = 'query-syntax'
  readonly query: string
  /** 0-based index of the character. */
  readonly start: number

  constructor(query: string, start: number, message: string) {
    super(message)
    this.query = query
    this.start = start
  }
}

/** The GROQ query parses but cannot be evaluated. */
export class QueryFault extends Fault {
  override readonly name = 'QueryFault'
  readonly code = 'query-evaluation'
  readonly query: string

  constructor(query: string, message: string) {
    super(message)
    this.query = query
  }
}

/** The budget that a query exceeded. */
export type QueryBudget = 'time' | 'memory' | 'result' | 'text' | 'parameters'

/** The GROQ query needs more than one request may use. */
export class QueryBudgetFault extends Fault {
  override readonly name = 'QueryBudgetFault'
  readonly code = 'query-budget'
  readonly query: string
  readonly budget: QueryBudget

  constructor(query: string, budget: QueryBudget, message: string) {
    super(message)
    this.query = query
    this.budget = budget
  }
}

/** The answer would be larger than one request may get. */
export class AnswerBudgetFault extends Fault {
  override readonly name = 'AnswerBudgetFault'
  readonly code = 'answer-budget'
}

/** The client has closed the connection, or the lake was closed. Nobody reads the response. */
export class CancelledFault extends Fault {
  override readonly name = 'CancelledFault'
  readonly code = 'cancelled'

  constructor() {
    super('The request was cancelled')
  }
}

/** An image cannot be read or transformed. */
export class ImageFault extends Fault {
  override readonly name = 'ImageFault'
  readonly code = 'image'
}

/** A write failed, for example on a full disk. Nothing was stored, neither on disk nor in memory. */
export class StorageFault extends Fault {
  override readonly name = 'StorageFault'
  readonly code = 'storage'
}

/** The lake serves as many clients as it may. Others are not affected. */
export class OverloadFault extends Fault {
  override readonly name = 'OverloadFault'
  readonly code = 'overload'
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Why a dataset cannot be created, changed or deleted. */
export type DatasetProblem = 'invalid-name' | 'taken' | 'missing' | 'protected' | 'full'

/** A request about datasets themselves cannot be fulfilled. Nothing has changed. */
export class DatasetFault extends Fault {
  override readonly name = 'DatasetFault'
  readonly code = 'dataset'
  readonly problem: DatasetProblem

  constructor(problem: DatasetProblem, message: string) {
    super(message)
    this.problem = problem
  }
}

export type AnyFault =
  | InvalidInputFault
  | TransactionFault
  | TransactionIdUsedFault
  | QuerySyntaxFault
  | QueryFault
  | QueryBudgetFault
  | AnswerBudgetFault
  | CancelledFault
  | ImageFault
  | StorageFault
  | OverloadFault
  | DatasetFault

/** Returns whether a caught value is a fault. */
export function isFault(error: unknown): error is AnyFault {
  return error instanceof Fault
}
