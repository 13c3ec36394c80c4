/** Looks for contradictions in stored documents; `datasetRules` of touchpoints/rules does. */
export interface DocumentRules {
  /** The document types that it has to see, all of each. */
  types: readonly string[]
  /**
   * @param documents - as stored, in one perspective: any field may be missing or of another type
   * @param facts.now - UTC instant that "past" is measured from
   */
  check(
    documents: readonly {_id: string; _type: string; [field: string]: unknown}[],
    facts: {now: string},
  ): RuleFinding[]
}

/** What a rule came upon. */
export interface RuleFinding {
  documentId: string
  documentType: string
  /** The rule's, as docs/rules.md lists them. */
  code: string
  /** An error is certainly wrong; a warning probably, and its message says what to do when it is not. */
  level: 'error' | 'warning'
  /** Where in the stored document, such as `guests[_key=="a"].guest`; '' for the whole. */
  path: string
  message: string
}
