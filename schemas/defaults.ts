export {apiVersion} from './apiVersion.ts'
export {defaultPagePath} from './defaultPagePath.ts'
export {pageFolders} from './pageFolders.ts'
