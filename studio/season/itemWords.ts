import {statusWord, wordsIn} from '@touchpoints/words'
import {datesIn} from '@touchpoints/words/dates'

import type {SessionStatus} from './readSeason.ts'
import type {SeasonItem} from './seasonGrid.ts'

/** What an item looks like: a sign that does not need color, the word for it, and a tone of Sanity's cards. */
export interface ItemMark {
  sign: string
  word: string
  tone: 'default' | 'positive' | 'primary' | 'caution' | 'critical'
  /** Whether it has a dashed outline, as in the calendar tool: something is missing. */
  isOpen?: boolean
}

const words = wordsIn('en')

const statusMarks = {
  planned: {sign: '?', word: statusWord(words, 'planned'), tone: 'caution'},
  confirmed: {sign: '●', word: statusWord(words, 'confirmed'), tone: 'primary'},
  held: {sign: '✓', word: statusWord(words, 'held'), tone: 'positive'},
  cancelled: {sign: '✕', word: statusWord(words, 'cancelled'), tone: 'critical'},
} as const satisfies Record<SessionStatus, ItemMark>

const dateMarks = {
  open: {sign: '+', word: 'Empty date', tone: 'default', isOpen: true},
  standing: {sign: '○', word: 'Standing date', tone: 'default'},
  // For visitors, it is the same as a canceled session.
  skipped: {sign: '✕', word: statusWord(words, 'skipped'), tone: 'critical'},
} as const satisfies Record<Exclude<SeasonItem['kind'], 'session'>, ItemMark>

/** Signs beside those of the status. No letters: axe compares visible words with the accessible name. */
export const noteSigns = {moved: '→', clash: '!', holiday: '☼', clocks: '±'} as const

/** The marks in the order of the legend. */
export const allMarks: readonly ItemMark[] = [
  dateMarks.open,
  dateMarks.standing,
  statusMarks.planned,
  statusMarks.confirmed,
  statusMarks.held,
  statusMarks.cancelled,
]

export function itemMark(item: SeasonItem): ItemMark {
  return item.kind === 'session' ? statusMarks[item.session.status] : dateMarks[item.kind]
}

/**
 * Names an item by its series, date and time.
 *
 * @example itemName(item) // 'Docs call, Thu 12 Mar 2026, 14:00'
 */
export function itemName({series, start, timeZone}: SeasonItem): string {
  const dates = datesIn('en')
  const title = series?.title ?? 'Series not found'
  return `${title}, ${dates.shortDayWithYear(start, timeZone)}, ${dates.clock(start, timeZone)}`
}

/** Returns the reason of a canceled session or a skipped date. */
export function reasonOfItem(item: SeasonItem): string | undefined {
  if (item.kind === 'skipped') return item.reason
  return item.kind === 'session' ? item.session.cancelReason : undefined
}
