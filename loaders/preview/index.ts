export {keptAnswers, type Dated, type KeptOptions} from './keptAnswers.ts'
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
export {
  memoryShares,
  shareLinks,
  type Share,
  type ShareLinks,
  type ShareOptions,
  type ShareStore,
} from './shareLinks.ts'
export {usedSecrets, type UsedSecrets} from './usedSecrets.ts'
