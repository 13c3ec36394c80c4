export type {Catalog, Term, Vocabulary} from './catalogs/catalog.ts'
export {
  cadenceChanges,
  cadenceSentence,
  type CadenceSentenceOptions,
} from './cadence/cadenceSentence.ts'
export type {Dates, DayPart} from './dates/dates.ts'
export {
  closestLanguage,
  directionOf,
  supportedLanguages,
  type SupportedLanguage,
} from './languages.ts'
export type {MessageArguments, MessageKey} from './messageArguments.ts'
export {
  phaseOf,
  statusLine,
  statusNow,
  statusWord,
  type MeetingStatus,
  type Phase,
  type StatedStatus,
} from './status/index.ts'
export {labeled} from './labeled.ts'
export {sourceSentence} from './sourceSentence.ts'
export {wordsIn, type Words, type WordsOptions} from './words.ts'
