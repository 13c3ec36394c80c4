/** Finds contradictions between stored documents. `datasetRules` of touchpoints/rules implements it. */
export interface DocumentRules {
  /** Document types to pass to `check`, with all documents of each. */
  types: readonly string[]
  /**
   * Returns what contradicts what.
   *
   * @param documents - as stored, in one perspective: any field may be missing or of another type
   * @param facts.now - UTC instant that "past" is measured from
   */
  check(
    documents: readonly {_id: string; _type: string; [field: string]: unknown}[],
    facts: {now: string},
  ): RuleFinding[]
}

/** A fault that a rule found. */
export interface RuleFinding {
  documentId: string
  documentType: string
  /** Code of the rule, as listed in docs/rules.md. */
  code: string
  /**
   * An error is certainly wrong. A warning is probably wrong; its message says what to do if not. An info
   * is right, and there is a better way.
   */
  level: 'error' | 'warning' | 'info'
  /** Path in the stored document, such as `guests[_key=="a"].guest`. Empty for the document itself. */
  path: string
  message: string
}
