export {announcementWords, type AnnouncementWords} from './announcementWords.ts'
export {elementWords, type ElementWords} from './elementWords.ts'
export {feedWords, type FeedWords} from './feedWords.ts'
export {
  closestLanguage,
  formatLocale,
  supportedLanguages,
  supports,
  type SupportedLanguage,
} from '../languages.ts'
export type {Term, Vocabulary} from '../catalogs/catalog.ts'
