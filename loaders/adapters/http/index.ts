export {createHandler, type Handler, type HandlerOptions} from './createHandler.ts'
export {createPreviewHandler, type PreviewHandlerOptions} from './createPreviewHandler.ts'
export {type ProgrammeCacheOptions} from './programmeCache.ts'
