export {headersFile, type HeaderRule, staticHeaders} from './staticHeaders.ts'
export {touchpointsSite, type TouchpointsSiteOptions} from './touchpointsSite.ts'
