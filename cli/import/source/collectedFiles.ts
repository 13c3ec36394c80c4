import type {SourceFile} from '@touchpoints/importers/plan'

/** The text files of a source, and what else is there. */
export interface CollectedFiles {
  files: SourceFile[]
  /** Numbers of the files that nothing reads, by a word such as `code`. */
  others: ReadonlyMap<string, number>
  /** Files that could have been read, and why they were not. */
  refused: {path: string; why: string}[]
  /** What to say about the source, such as that it has no history. */
  notes: string[]
}
