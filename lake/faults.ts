/**
 * What a request asked for and the lake refuses. The lake's own words; `http/apiError.ts` makes answers
 * of them. What goes wrong around a lake is a `LakeError`.
 */
export abstract class Fault extends Error {
  abstract readonly code: string
}

/** A body, a document or a patch that is not what it has to be. */
export class InvalidInputFault extends Fault {
  override readonly name = 'InvalidInputFault'
  readonly code = 'invalid-input'
}

/** Why one mutation or action cannot be done, in the hosted service's words. */
export interface RefusalReason {
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
  /** Fields of the service's own, such as `currentRevisionID`. */
  details?: Record<string, unknown>
}

/** A transaction that was refused as a whole because of one of its mutations or actions. */
export class TransactionFault extends Fault {
  override readonly name = 'TransactionFault'
  readonly code = 'transaction-refused'
  readonly kind: 'mutation' | 'action'
  /** The position among the transaction's mutations or actions. */
  readonly index: number
  readonly reason: RefusalReason

  constructor(kind: 'mutation' | 'action', index: number, reason: RefusalReason) {
    super(`The ${kind}(s) failed: ${reason.description}`)
    this.kind = kind
    this.index = index
    this.reason = reason
  }
}

export class TransactionIdUsedFault extends Fault {
  override readonly name = 'TransactionIdUsedFault'
  readonly code = 'transaction-id-used'

  constructor(transactionId: string) {
    super(`The transaction ID "${transactionId}" was used before`)
  }
}

/** GROQ that does not parse. */
export class QuerySyntaxFault extends Fault {
  override readonly name = 'QuerySyntaxFault'
  readonly code = 'query-syntax'
  readonly query: string
  /** Counts characters from 0. */
  readonly start: number

  constructor(query: string, start: number, message: string) {
    super(message)
    this.query = query
    this.start = start
  }
}

/** GROQ that parses and cannot be evaluated. */
export class QueryFault extends Fault {
  override readonly name = 'QueryFault'
  readonly code = 'query-evaluation'
  readonly query: string

  constructor(query: string, message: string) {
    super(message)
    this.query = query
  }
}

/** An image that cannot be read, or not be changed as wished. */
export class ImageFault extends Fault {
  override readonly name = 'ImageFault'
  readonly code = 'image'
}

/** Full disks and the like. Neither disk nor memory has any of it. */
export class StorageFault extends Fault {
  override readonly name = 'StorageFault'
  readonly code = 'storage'
}

export type AnyFault =
  | InvalidInputFault
  | TransactionFault
  | TransactionIdUsedFault
  | QuerySyntaxFault
  | QueryFault
  | ImageFault
  | StorageFault

/** Narrows anything caught to a fault of the lake's own. */
export function isFault(error: unknown): error is AnyFault {
  return error instanceof Fault
}
