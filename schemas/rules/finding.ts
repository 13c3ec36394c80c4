import type {FindingCode} from './findingCodes.ts'
import type {DocumentTypeName} from '../registry/documentTypes.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import type {StoredDocument} from '../reading/stored.ts'

/** A contradiction that a rule reports, with how to fix it. */
export interface Finding<Code extends string = FindingCode> {
  code: Code
  /**
   * An error is certainly wrong and blocks publishing. A warning is probably wrong. An info is right, and
   * there is a better way.
   */
  level: 'error' | 'warning' | 'info'
  /** Path of the value in the document. Empty for the document as a whole. */
  path: PathSegment[]
  /** What is wrong, why it matters and what to do, in words for an editor. */
  message: string
}

/** A finding with the document it is about. */
export interface DocumentFinding<Code extends string = FindingCode> extends Finding<Code> {
  documentId: string
  documentType: string
}

/**
 * Selects the other documents that a rule needs.
 *
 * A closed set instead of a query language, so that a client and an in-memory index can both run it
 * and read only what is needed.
 */
export type DocumentQuery =
  | {by: 'id'; ids: string[]}
  | {by: 'type'; type: DocumentTypeName}
  /** Touchpoints that start in [from, to), UTC instants, with their series, and the series with these ids. */
  | {by: 'start'; from: string; to: string; series: string[]}

/** What a rule receives besides the document. Rules don't read a clock or a store. */
export interface RuleContext {
  /** UTC instant. */
  now: string
  /** The documents that match the rule's query, without the document itself. Empty without a query. */
  others: readonly StoredDocument[]
}

/** Checks documents for one kind of contradiction. */
export interface Rule {
  code: FindingCode
  /**
   * Returns the query for the other documents that the rule needs, or undefined if it needs none for
   * this document. Absent if the rule never needs other documents.
   */
  query?: (document: StoredDocument) => DocumentQuery | undefined
  /** Returns the findings. In a draft, any field can be missing or have the wrong type. */
  check: (document: StoredDocument, facts: RuleContext) => Omit<Finding, 'code'>[]
}
