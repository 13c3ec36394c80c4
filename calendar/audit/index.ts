export {audit, type AuditInput, type AuditOptions, defaultAuditDays} from './audit.ts'
export type {Page} from './checkPages.ts'
export type {DeadRoom} from './checkRooms.ts'
export {
  type Finding,
  type FindingCode,
  findingCodes,
  type FindingLevel,
  type FindingSource,
} from './finding.ts'
export {applySilences, type Silence, type SilencedFindings} from './silences.ts'
