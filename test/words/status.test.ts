import {describe, expect, test} from 'vitest'

import {
  labeled,
  phaseOf,
  statusLine,
  statusNow,
  statusWord,
  supportedLanguages,
  wordsIn,
} from '../../words/index.ts'
import {elementWords} from '../../words/plain/index.ts'

const english = {language: 'en'} as const

describe('the word for a status', () => {
  test('is one for what editors plan and what a calendar calls tentative, because it is one fact', () => {
    for (const language of supportedLanguages) {
      expect(statusWord({language}, 'planned')).toBe(statusWord({language}, 'tentative'))
    }
    expect(statusWord(english, 'planned')).toBe('Tentative')
  })

  test('is one for a canceled session and a skipped date, because both do not take place', () => {
    expect(statusWord(english, 'skipped')).toBe(statusWord(english, 'cancelled'))
  })

  test('comes from any words of the package, so that pages and elements cannot differ', () => {
    for (const language of supportedLanguages) {
      expect(statusWord(wordsIn(language), 'to-be-announced')).toBe(
        statusWord(elementWords(language), 'to-be-announced'),
      )
    }
  })

  test('differs for facts that a visitor must keep apart', () => {
    const facts = [
      'tentative',
      'confirmed',
      'cancelled',
      'to-be-announced',
      'live',
      'past',
    ] as const
    for (const language of supportedLanguages) {
      const all = facts.map((fact) => statusWord({language}, fact))
      expect([language, new Set(all).size]).toEqual([language, facts.length])
    }
  })
})

describe('the status that people read', () => {
  test('is canceled in each phase, because a canceled meeting is neither live nor past', () => {
    for (const phase of ['ahead', 'live', 'past'] as const) {
      expect(statusNow('cancelled', phase)).toBe('cancelled')
      expect(statusNow('skipped', phase)).toBe('cancelled')
    }
  })

  test('is live for a tentative meeting in progress, as in the list of what is on', () => {
    expect(statusNow('planned', 'live')).toBe('live')
    expect(statusNow('tentative', 'live')).toBe('live')
  })

  test('is never live for a date that nobody announced', () => {
    expect(statusNow('to-be-announced', 'live')).toBe('to-be-announced')
  })

  test('is unconfirmed for a past meeting that was never confirmed, wherever it is listed', () => {
    expect(statusNow('planned', 'past')).toBe('unconfirmed')
    expect(statusNow('tentative', 'past')).toBe('unconfirmed')
    expect(statusNow('to-be-announced', 'past')).toBe('unconfirmed')
    expect(statusNow('held', 'past')).toBe('past')
  })
})

describe('the phase of a meeting', () => {
  const span = {start: '2024-03-28T13:00:00Z', end: '2024-03-28T14:00:00Z'}

  test('begins at the start and is over at the end', () => {
    expect(phaseOf(span, '2024-03-28T12:59:59Z')).toBe('ahead')
    expect(phaseOf(span, '2024-03-28T13:00:00Z')).toBe('live')
    expect(phaseOf(span, '2024-03-28T14:00:00Z')).toBe('past')
    expect(phaseOf({start: 0, end: 2}, 1)).toBe('live')
  })

  test('does not depend on the zone of the host for a date or a local time', () => {
    const day = {start: '2024-03-28', end: '2024-03-29'}
    expect(phaseOf(day, '2024-03-28T00:00:00Z')).toBe('live')
    expect(phaseOf(day, '2024-03-29T00:00:00Z')).toBe('past')
    const local = {start: '2024-03-28T13:00:00', end: '2024-03-28T14:00:00'}
    expect(phaseOf(local, '2024-03-28T13:30:00Z')).toBe('live')
    expect(phaseOf(local, '2024-03-28T14:00:00Z')).toBe('past')
  })

  test('reads instants with an offset', () => {
    const offset = {start: '2024-03-28T14:00:00+01:00', end: '2024-03-28T15:00:00+01:00'}
    expect(phaseOf(offset, '2024-03-28T13:30:00Z')).toBe('live')
  })
})

describe('a label before a text', () => {
  test('has the punctuation of the language', () => {
    expect(labeled(english, 'Join', 'Open house')).toBe('Join: Open house')
    expect(statusLine({language: 'fr'}, 'cancelled', 'Forum')).toBe('Annulé\u00a0: Forum')
    expect(statusLine({language: 'ja'}, 'cancelled', '会')).toBe('中止：会')
  })

  test('is what messages with a label have, so that both read alike', () => {
    for (const language of supportedLanguages) {
      const values = {label: 'A', title: 'b'}
      expect(labeled({language}, 'A', 'b')).toBe(wordsIn(language).say('site.labelOf', values))
    }
  })

  test('keeps what looks like a pattern of replacement in a title', () => {
    expect(statusLine(english, 'cancelled', "$& $' {text}")).toBe("Canceled: $& $' {text}")
  })
})
