export {importMarkdown} from './importMarkdown.ts'
export type {ImportFinding, ImportOptions, MarkdownImport, Unplaced} from './result.ts'
