export {hugoFiles, type HugoContent, type HugoOptions} from './hugoFiles.ts'
export {hugoModule} from './hugoModule.ts'
export {readHugoContent} from './readHugoContent.ts'
