export {createHandler, type Handler, type HandlerOptions} from './createHandler.ts'
export {type ProgrammeCacheOptions} from './programmeCache.ts'
