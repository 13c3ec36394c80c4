import {type FailureReason, TransactionFault} from '../faults.ts'

/** The failure of one mutation or action, before its index in the transaction is known. */
export class MutationError extends Error {
  override readonly name = 'MutationError'
  readonly reason: FailureReason

  constructor(reason: FailureReason) {
    super(reason.description)
    this.reason = reason
  }
}

/** Runs one step of a transaction. @throws TransactionFault with the step's index if it fails */
export function runStep<T>(kind: TransactionFault['kind'], index: number, step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof MutationError) throw new TransactionFault(kind, index, error.reason)
    throw error
  }
}

export function documentNotFound(id: string): MutationError {
  return new MutationError({
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    details: {id},
  })
}

export function documentExists(id: string): MutationError {
  return new MutationError({
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    details: {id},
  })
}

export function revisionMismatch(
  id: string,
  currentRevisionID: string,
  expectedRevisionID: string,
): MutationError {
  return new MutationError({
    type: 'documentRevisionIDDoesNotMatchError',
    description: `Document "${id}" has unexpected revision ID ("${currentRevisionID}"), expected "${expectedRevisionID}"`,
    details: {currentRevisionID, expectedRevisionID},
  })
}
