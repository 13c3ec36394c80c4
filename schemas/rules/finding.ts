import type {FindingCode} from './findingCodes.ts'
import type {DocumentTypeName} from '../registry/documentTypes.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import type {StoredDocument} from '../reading/stored.ts'

/** What a rule came upon, told to whoever can mend it. */
export interface Finding {
  code: FindingCode
  /** Errors are certainly wrong and keep a document from being published; warnings are probably wrong. */
  level: 'error' | 'warning'
  /** Where in the document; empty for the document as a whole. */
  path: PathSegment[]
  /** What is wrong, why it matters, what to do. */
  message: string
}

/** A finding in a dataset. */
export interface DocumentFinding extends Finding {
  documentId: string
  documentType: string
}

/**
 * Which other documents a rule must see. A closed list instead of a query language, so that the same
 * rule can ask a client and an array in memory, and neither reads more than it must.
 */
export type Question =
  | {by: 'id'; ids: string[]}
  | {by: 'type'; type: DocumentTypeName}
  /** Touchpoints that start in [from, to); UTC instants. */
  | {by: 'start'; from: string; to: string}

/** What a rule may know beside the document: nothing is read from a clock or a store. */
export interface Facts {
  /** UTC instant. */
  now: string
  /** The answer to the rule's question, without the document itself; empty when it asks none. */
  others: readonly StoredDocument[]
}

/** One thing that can be wrong with one kind of document. */
export interface Rule {
  code: FindingCode
  /** Absent when the document and the clock decide alone; undefined when nothing needs asking. */
  asks?: (document: StoredDocument) => Question | undefined
  /** Takes drafts too: any field may be missing or of the wrong type, which other checks report. */
  check: (document: StoredDocument, facts: Facts) => Omit<Finding, 'code'>[]
}
