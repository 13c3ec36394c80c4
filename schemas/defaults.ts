export {apiVersion} from './apiVersion.ts'
export {defaultPagePath} from './defaultPagePath.ts'
