export type {CollectionName, Collections} from './collections.ts'
export {touchpointsLiveLoader, type LiveOptions} from './touchpointsLiveLoader.ts'
export {touchpointsLoader, type TouchpointsLoaderOptions} from './touchpointsLoader.ts'
