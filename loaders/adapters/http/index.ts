export {acceptsEncoding, type ContentCoding} from './acceptsEncoding.ts'
export {HttpError} from './HttpError.ts'
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
export {
  pageCache,
  pageLimits,
  type PageCache,
  type PageCacheOptions,
  type PageLimits,
} from './pages/pageCache.ts'
export type {PageAddress, PageStore, RenderedPage, StoredPage} from './pages/page.ts'
export type {Encoder, Encoders} from './pages/pageCopy.ts'
export type {PageReply, PageRequest} from './pages/pageReply.ts'
export {
  overloaded,
  renderQueue,
  type RenderQueue,
  type RenderQueueOptions,
} from './pages/renderQueue.ts'
