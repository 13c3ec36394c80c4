export {hugoFiles, type HugoOptions, type HugoPlace} from './hugoFiles.ts'
export {hugoLayouts, hugoShortcodes, type HugoShortcode} from './hugoLayouts.ts'
