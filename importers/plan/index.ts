export type {
  Choice,
  FindingCode,
  ImportPlan,
  Leftover,
  PlanFinding,
  PlannedDocument,
  SourcePlace,
} from './plan.ts'
export type {ReadContext, SourceFile, SourceReader} from './sourceReader.ts'
