import type {StoredDocument} from '@touchpoints/schemas/rules'

/** The result of an import. Each link, name, date and channel of the page is in one of the three lists. */
export interface MarkdownImport {
  /** Documents ready for NDJSON. Ids are readable and the same for every import of the same page. */
  documents: StoredDocument[]
  unmapped: UnmappedItem[]
  findings: ImportFinding[]
}

/** A part of the page that no document has a field for. */
export interface UnmappedItem {
  /** 1-based. */
  line: number
  text: string
  reason: string
}

/** An uncertain interpretation, or a corrected mistake of the page. */
export interface ImportFinding {
  /** 1-based. */
  line: number
  message: string
}

export interface ImportOptions {
  /** Date of the page, `YYYY-MM-DD`, because legacy pages write dates without a year. */
  asOf: string
  /** The page's own https address, used to resolve relative links. */
  base?: string
}
