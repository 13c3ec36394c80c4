export {importMarkdown} from './importMarkdown.ts'
export type {ImportFinding, ImportOptions, MarkdownImport, UnmappedItem} from './result.ts'
