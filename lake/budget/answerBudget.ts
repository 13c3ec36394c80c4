import type {StoredDocument} from '../document.ts'
import {documentBytes} from '../documentBytes.ts'
import {AnswerBudgetFault} from '../faults.ts'

/** Counts the bytes of an answer while it is collected, before it is one string of JSON. */
export class AnswerBudget {
  readonly #limit: number
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** @throws AnswerBudgetFault if the answer becomes too large */
  addDocument(document: StoredDocument) {
    this.addBytes(documentBytes(document))
  }

  /** @throws AnswerBudgetFault if the answer becomes too large */
  addBytes(bytes: number) {
    this.#bytes += bytes
    if (this.#bytes <= this.#limit) return
    throw new AnswerBudgetFault(
      `The answer has more than ${this.#limit} bytes. Request fewer documents.`,
    )
  }
}
