export type {Choice, Doubt, Question, QuestionCode} from './question.ts'
export {readCadence, type CadenceReading, type ReadCadenceOptions} from './readCadence.ts'
export {zoneMeaning, type ZoneMeaning} from './zoneWords.ts'
