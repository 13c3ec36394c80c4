import type {StoredDocument} from '@touchpoints/schemas/rules'

/** A line of a source. */
export interface SourcePlace {
  /** Path of the file from the folder that is imported, with `/`; or the address of the page. */
  file: string
  /** 1-based. */
  line: number
}

/** A document that the sources describe. */
export interface PlannedDocument {
  document: StoredDocument
  /** Every line that it was read from, the one that names it first. */
  places: readonly SourcePlace[]
  /** Date of the newest of these lines, `YYYY-MM-DD`. Absent without a history. */
  changedOn?: string
}

/** An answer to a finding: the values that it sets. `null` removes a field. */
export interface Choice {
  /** Short text for a button or a list, such as "London, with summer time". */
  label: string
  set: Readonly<Record<string, unknown>>
}

export type FindingCode =
  /** A written zone has several clocks, or none that is known. */
  | 'which-zone'
  /** The page does not say who may come. */
  | 'which-audience'
  /** The rhythm leaves a doubt that changes a date. */
  | 'which-dates'
  /** A document that is named and described nowhere. */
  | 'not-in-sources'
  /** Two sources differ. The newest word is used. */
  | 'sources-differ'
  /** Several documents could be meant. */
  | 'which-document'
  /** A mistake of the source, such as a weekday that contradicts its date. */
  | 'corrected'
  /** Read in the usual way, although the words could mean something else. */
  | 'uncertain'

/**
 * What a person has to decide or to verify. A field in doubt is absent in the document until someone answers:
 * the importer guesses no zone, no audience and no date.
 */
export interface PlanFinding {
  code: FindingCode
  /** `ask` leaves something out until it is answered, `verify` used a reading that could be wrong. */
  kind: 'ask' | 'verify'
  place: SourcePlace
  /** What is open, why, and what to do. */
  message: string
  /** `_id` of the document that it is about. */
  document?: string
  /**
   * `_id` of further documents that the same answer belongs to, such as the sessions of a series. Each choice
   * sets its values in all of them.
   */
  alsoIn?: readonly string[]
  /** Empty when only an editor can write the answer. */
  choices: readonly Choice[]
}

/** A part of a source that no document has a field for. */
export interface Leftover {
  place: SourcePlace
  text: string
  reason: string
}

/** What an import would create. Each link, name, date and channel of the sources is in one of the three lists. */
export interface ImportPlan {
  documents: readonly PlannedDocument[]
  findings: readonly PlanFinding[]
  leftovers: readonly Leftover[]
}
