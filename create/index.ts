export {type Answers, type Framework, frameworks} from './answers.ts'
