export {createHandler, type Handler, type HandlerOptions} from './createHandler.ts'
export {createPreviewHandler, type PreviewHandlerOptions} from './createPreviewHandler.ts'
export {type ProgrammeCacheOptions} from './programmeCache.ts'
export {
  keptAnswers,
  liveChanges,
  memoryShares,
  readSession,
  shareLinks,
  usedSecrets,
  type LiveChanges,
  type PreviewSession,
  type Share,
  type ShareStore,
  type UsedSecrets,
} from '../../preview/index.ts'
