export {safeUrl, type SafeUrl} from './safeUrl.ts'
