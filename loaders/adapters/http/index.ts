export {acceptsGzip} from './acceptsGzip.ts'
export {editorsEventsResponse} from './editorsEventsResponse.ts'
export {createEditorsHandler, type EditorsHandlerOptions} from './createEditorsHandler.ts'
export {createHandler, type Handler, type HandlerOptions} from './createHandler.ts'
export {createPreviewHandler, type PreviewHandlerOptions} from './createPreviewHandler.ts'
export {monitor, type MonitorOptions} from './monitor.ts'
export {type SnapshotCacheOptions} from './snapshotCache.ts'
export {
  eventStream,
  responseCache,
  lakeNonceStore,
  liveChanges,
  memoryNonceStore,
  readSession,
  shareLinks,
  usedSecrets,
  type NonceStore,
  type LiveChanges,
  type PreviewSession,
  type Share,
  type UsedSecrets,
} from '../../preview/index.ts'
