export {eventStream} from './eventStream.ts'
export {responseCache, type CachedResult, type ResponseCacheOptions} from './responseCache.ts'
export {lakeNonceStore, type NonceClient} from './nonces/lakeNonceStore.ts'
export type {Entry, NonceStore} from './nonces/nonceStore.ts'
export {memoryNonceStore} from './nonces/memoryNonceStore.ts'
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
  hasSessionCookie,
  readSession,
  sessionCookie,
  sessionSeconds,
  type PreviewSession,
} from './previewSession.ts'
export {sameOriginPath} from './sameOriginPath.ts'
export {shareLinks, type Share, type ShareLinks, type ShareOptions} from './shareLinks.ts'
export {usedSecrets, type UsedSecrets} from './usedSecrets.ts'
