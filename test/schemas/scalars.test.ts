import {describe, expect, test} from 'vitest'

import type {ScalarName} from '../../schemas/registry/index.ts'
import {scalarProblem} from '../../schemas/scalarTypes.ts'

/** Values that are valid, and values that an editor or an import might write. */
const cases = {
  languageTag: {
    good: ['en', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'es-419', 'gsw', 'ca-valencia'],
    // A name, a wrong case, an underscore, an obsolete tag, and options that are not a language.
    bad: [
      'english',
      'EN',
      'pt-br',
      'en_US',
      'iw',
      'de-u-co-phonebk',
      'en-x-ours',
      'x-ours',
      'e',
      '',
    ],
  },
  regionCode: {
    good: ['EMEA', 'a', 'Asia & Pacific', 'Süd/West', '日本', 'x'.repeat(20)],
    bad: ['', ' EMEA', 'EMEA ', 'x'.repeat(21), '<b>', 'EMEA\n', '-', 'a.b'],
  },
  dayOffset: {good: [-6, -1, 0, 1, 6], bad: [-7, 7, 0.5]},
  ordinal: {good: [1, 2, 3, 4, 5, -1, -2, -3], bad: [0, 6, -4, 1.5, '1']},
  interval: {good: [1, 2, 12, 52], bad: [0, -1, 53, 1.5]},
  weekParity: {good: ['odd', 'even'], bad: ['Odd', 'all', '']},
  monthlyOn: {good: ['date', 'weekday', 'businessDay'], bad: ['day', '']},
  exceptionKind: {good: ['skipped', 'moved'], bad: ['canceled', '']},
  meets: {good: ['standing', 'scheduled'], bad: ['never', '']},
  lifecycle: {good: ['active', 'paused', 'ended'], bad: ['archived', '']},
  linkKind: {good: ['charter', 'recordings', 'other'], bad: ['slides', '']},
  channelKind: {good: ['slack', 'zulip', 'irc', 'mailingList'], bad: ['Slack', 'email', '']},
  workingGroupPhase: {good: ['forming', 'incubating', 'paused'], bad: ['ended', '']},
} as const satisfies Partial<
  Record<ScalarName, {good: readonly unknown[]; bad: readonly unknown[]}>
>

describe.each(Object.entries(cases))('%s', (name, {good, bad}) => {
  const scalar = isListed(name) ? name : 'line'

  test('accepts each valid value', () => {
    expect([...good].filter((value) => scalarProblem(scalar, value) !== undefined)).toEqual([])
  })

  test('refuses each other value with a message that says what is expected', () => {
    const messages = [...bad].map((value) => scalarProblem(scalar, value))
    expect(messages.filter((message) => !message?.startsWith('Expected '))).toEqual([])
  })
})

function isListed(name: string): name is keyof typeof cases {
  return Object.hasOwn(cases, name)
}
