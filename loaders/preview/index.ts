export {eventStream} from './eventStream.ts'
export {keptAnswers, type Dated, type KeptOptions} from './keptAnswers.ts'
export {lakeLedger, type LedgerClient} from './ledger/lakeLedger.ts'
export type {Entry, Ledger} from './ledger/ledger.ts'
export {memoryLedger} from './ledger/memoryLedger.ts'
export {
  liveChanges,
  type LiveChanges,
  type LiveClient,
  type LiveMessage,
  type LiveOptions,
} from './liveChanges.ts'
export {perspectiveFrom, perspectiveText} from './perspectiveFrom.ts'
export {
  endedCookie,
  readSession,
  sessionCookie,
  sessionSeconds,
  type PreviewSession,
} from './previewSession.ts'
export {sameOriginPath} from './sameOriginPath.ts'
export {shareLinks, type Share, type ShareLinks, type ShareOptions} from './shareLinks.ts'
export {usedSecrets, type UsedSecrets} from './usedSecrets.ts'
