export {contrastOf, pageBackground, readableOn, textContrast} from './contrast.ts'
