export {acceptsEncoding, type ContentCoding} from './acceptsEncoding.ts'
export {HttpError} from './HttpError.ts'
export {editorsEventsResponse, type EditorsLoader} from './editorsEventsResponse.ts'
export {createEditorsHandler, type EditorsHandlerOptions} from './createEditorsHandler.ts'
export {
  createHandler,
  type CalendarHandler,
  type Handler,
  type HandlerOptions,
} from './createHandler.ts'
export {type EmbedOptions} from './embed/embedReplies.ts'
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
export {pageCache, type PageCache, type PageCacheOptions} from './pages/pageCache.ts'
export {pageLimits, type PageLimits} from './pages/pageLimits.ts'
export type {PageAddress, PageStore, RenderedPage, StoredPage} from './pages/page.ts'
export type {Encoder, Encoders} from './pages/pageCopy.ts'
export type {PageRequest} from './pages/pageReply.ts'
export {type PlainReply, type PlainRequest} from './plainReply.ts'
export {overloaded} from './pages/renderQueue.ts'
