export {markdownReader} from './markdownReader.ts'
