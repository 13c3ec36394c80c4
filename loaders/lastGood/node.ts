export {fileAnswers} from './fileAnswers.ts'
