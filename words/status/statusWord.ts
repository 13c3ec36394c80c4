import type {Catalog} from '../catalogs/catalog.ts'
import {status as ar} from '../catalogs/ar.ts'
import {status as de} from '../catalogs/de.ts'
import {status as en} from '../catalogs/en.ts'
import {status as es} from '../catalogs/es.ts'
import {status as fr} from '../catalogs/fr.ts'
import {status as ja} from '../catalogs/ja.ts'
import {status as zh} from '../catalogs/zh.ts'
import {labeled} from '../labeled.ts'
import type {SupportedLanguage} from '../languages.ts'
import type {MeetingStatus} from './meetingStatus.ts'

const languages = {en, es, fr, de, ja, zh, ar} as const satisfies Record<
  SupportedLanguage,
  Catalog['status']
>

/** One message for each status. Two sources can have their own name for the same fact. */
const messages = {
  planned: 'tentative',
  tentative: 'tentative',
  confirmed: 'confirmed',
  held: 'held',
  cancelled: 'cancelled',
  skipped: 'cancelled',
  'to-be-announced': 'toBeAnnounced',
  live: 'live',
  past: 'past',
  unconfirmed: 'unconfirmed',
} as const satisfies Record<MeetingStatus, keyof Catalog['status']>

/**
 * Returns the word for the status of a session, of a calendar event or of a date of a cadence.
 *
 * Pages, elements, feeds, announcements and the Studio all take it from here, so that one status has one word.
 *
 * @param words - any words of this package, for their language
 * @example
 * statusWord({language: 'en'}, 'planned') // 'Tentative', as for 'tentative'
 * statusWord({language: 'en'}, statusNow('planned', 'past')) // 'Not confirmed'
 */
export function statusWord(
  {language}: {language: SupportedLanguage},
  status: MeetingStatus,
): string {
  return languages[language][messages[status]]
}

/**
 * Writes a status before a title or a reason.
 *
 * @example statusLine({language: 'en'}, 'cancelled', 'Open house') // 'Canceled: Open house'
 */
export function statusLine(
  words: {language: SupportedLanguage},
  status: MeetingStatus,
  text: string,
): string {
  return labeled(words, statusWord(words, status), text)
}
