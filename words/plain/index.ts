export {announcementWords, type AnnouncementWords} from './announcementWords.ts'
export {elementWords, type ElementWords} from './elementWords.ts'
export {feedWords, type FeedWords} from './feedWords.ts'
export {
  phaseOf,
  statusLine,
  statusNow,
  statusWord,
  type MeetingStatus,
  type Phase,
  type StatedStatus,
} from '../status/index.ts'
export {labeled} from '../labeled.ts'
export {
  closestLanguage,
  formatLocale,
  supportedLanguages,
  supports,
  type SupportedLanguage,
} from '../languages.ts'
export type {Term, Vocabulary} from '../catalogs/catalog.ts'
