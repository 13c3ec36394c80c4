export {documentId, slugOf} from './documentId.ts'
export type {
  Choice,
  FindingCode,
  ImportPlan,
  Leftover,
  PlanFinding,
  PlannedDocument,
  SourcePlace,
} from './plan.ts'
export {planImport, type PlanOptions} from './planImport.ts'
export type {ReadContext, SourceFile, SourceReader} from './sourceReader.ts'
