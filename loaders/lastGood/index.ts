export {type AnswerStore, type AnswerStoreLimits} from './answerStore.ts'
export {lastGood, type LastGoodAnswers, type LastGoodOptions} from './lastGood.ts'
export {memoryAnswers} from './memoryAnswers.ts'
