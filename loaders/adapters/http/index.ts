export {acceptsGzip} from './acceptsGzip.ts'
export {answerEditorsEvents} from './answerEditorsEvents.ts'
export {createEditorsHandler, type EditorsHandlerOptions} from './createEditorsHandler.ts'
export {createHandler, type Handler, type HandlerOptions} from './createHandler.ts'
export {createPreviewHandler, type PreviewHandlerOptions} from './createPreviewHandler.ts'
export {type ProgrammeCacheOptions} from './programmeCache.ts'
export {
  eventStream,
  keptAnswers,
  lakeLedger,
  liveChanges,
  memoryLedger,
  readSession,
  shareLinks,
  usedSecrets,
  type Ledger,
  type LiveChanges,
  type PreviewSession,
  type Share,
  type UsedSecrets,
} from '../../preview/index.ts'
