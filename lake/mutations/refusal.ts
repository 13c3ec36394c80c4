import {type RefusalReason, TransactionFault} from '../faults.ts'

/** Why one mutation or action cannot be done, before its place in the transaction is known. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(reason.description)
    this.reason = reason
  }
}

/** Runs one step of a transaction. @throws TransactionFault with the step's place when it is refused. */
export function stepAt<T>(kind: TransactionFault['kind'], index: number, step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof Refusal) throw new TransactionFault(kind, index, error.reason)
    throw error
  }
}

export function documentNotFound(id: string): Refusal {
  return new Refusal({
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    details: {id},
  })
}

export function documentExists(id: string): Refusal {
  return new Refusal({
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    details: {id},
  })
}

export function otherRevision(
  id: string,
  currentRevisionID: string,
  expectedRevisionID: string,
): Refusal {
  return new Refusal({
    type: 'documentRevisionIDDoesNotMatchError',
    description: `Document "${id}" has unexpected revision ID ("${currentRevisionID}"), expected "${expectedRevisionID}"`,
    details: {currentRevisionID, expectedRevisionID},
  })
}
