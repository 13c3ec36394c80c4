export {touchpointsSite, type TouchpointsSiteOptions} from './touchpointsSite.ts'
