import {describe, expect, test} from 'vitest'

import {sourceSentence, supportedLanguages, wordsIn} from '../../words/index.ts'

const words = wordsIn('en')

describe('where else a meeting is listed', () => {
  test('is one sentence, because visitors need no count of sources and no reason', () => {
    const session = {kind: 'touchpoint', calendars: ['OpenChain calendar']} as const
    expect(sourceSentence(session, words)).toBe('Also in OpenChain calendar.')
    const both = {kind: 'cadence', calendars: ['A', 'B', 'A']} as const
    expect(sourceSentence(both, words)).toBe('Also in A and B.')
  })

  test('is where it is from, for a meeting that the community does not keep itself', () => {
    expect(sourceSentence({kind: 'feed', calendars: ['OpenSSF']}, words)).toBe('From OpenSSF.')
  })

  test('is nothing for a meeting that is in no calendar', () => {
    expect(sourceSentence({kind: 'touchpoint', calendars: []}, words)).toBeUndefined()
  })

  test('has the names in each language, as the calendars write them', () => {
    for (const language of supportedLanguages) {
      const calendars = ['OpenChain', 'CHAOSS']
      const sentence = sourceSentence({kind: 'feed', calendars}, wordsIn(language))
      expect(sentence).toMatch(/OpenChain.*CHAOSS/)
    }
  })
})
