import type {StoredDocument} from '@touchpoints/schemas/rules'

/** What became of a page. Every link, name, date and channel of it is in one of the three. */
export interface MarkdownImport {
  /** Ready for NDJSON; ids are readable and the same at each import of the same page. */
  documents: StoredDocument[]
  unmapped: UnmappedItem[]
  findings: ImportFinding[]
}

/** A piece of the page that no document has a place for. */
export interface UnmappedItem {
  /** 1-based. */
  line: number
  text: string
  reason: string
}

/** A doubt about how something was read, or a mistake of the page that was corrected. */
export interface ImportFinding {
  /** 1-based. */
  line: number
  message: string
}

export interface ImportOptions {
  /** The date that the page is of, `YYYY-MM-DD`: such pages write dates without a year. */
  asOf: string
  /** The page's own https address, against which its relative links are resolved. */
  base?: string
}
