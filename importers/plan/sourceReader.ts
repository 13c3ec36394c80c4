import type {ImportPlan} from './plan.ts'

/** A text file of a community: a page, a list of groups, a calendar. */
export interface SourceFile {
  /** Path from the folder that is imported, with `/`; or the address of the page. */
  path: string
  text: string
  /** Date of the last change, `YYYY-MM-DD`, from the history. Absent where there is none. */
  changedOn?: string
  /** The https address of the file, used to resolve relative links. */
  base?: string
}

export interface ReadContext {
  /** Date of the import, `YYYY-MM-DD`. Files with a `changedOn` are read as of that date. */
  asOf: string
  /** The community's home zone, an IANA id. Only offered as an answer, never assumed. */
  homeZone?: string
}

/** Reads one kind of file. It fetches nothing and reads no clock. */
export interface SourceReader {
  /** What it reads, for messages: "a list of groups in sigs.yaml". */
  name: string
  /** Whether the file has this kind, from its path and its first lines. */
  accepts: (file: SourceFile) => boolean
  /** Ids are readable, and the same for every import of the same file. */
  read: (file: SourceFile, context: ReadContext) => ImportPlan
}
