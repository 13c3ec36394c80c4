import {describe, expect, test} from 'vitest'

import {
  initialsOf,
  readAccent,
  readCalendars,
  readFramework,
  readName,
  readShortName,
} from '../../create/readings.ts'
import {languageNotice} from '../../create/languageNotice.ts'
import {flags} from '../../create/flags.ts'
import {readLanguages} from '../../create/readLanguages.ts'
import {readZone} from '../../create/readZone.ts'
import {supportedLanguages} from '../../words/languages.ts'
import {accentContrastRule} from '../../schemas/rules/accentContrastRule.ts'

const problemOf = (reading: {value: unknown} | {problem: string}) =>
  'problem' in reading ? reading.problem : undefined

describe('an answer', () => {
  test.each([
    [readName, 'Friends of Maps', 'Friends of Maps'],
    [readName, '  Friends of Maps ', 'Friends of Maps'],
    [readShortName, 'Maps', 'Maps'],
    [readZone, 'America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    [readZone, 'UTC', 'UTC'],
    [readZone, 'europe/lisbon', 'Europe/Lisbon'],
    [readZone, 'Asia/kolkata', 'Asia/Kolkata'],
    [readZone, 'america/port of spain', 'America/Port_of_Spain'],
    [readZone, 'utc', 'UTC'],
    [readAccent, '#8A3B12', '#8a3b12'],
    [readLanguages, 'en, pt-BR zh-Hant en', ['en', 'pt-BR', 'zh-Hant']],
    [readLanguages, 'EN,pt-br,PT-BR,en,yua', ['en', 'pt-BR', 'yua']],
    [readCalendars, '', []],
    [
      readCalendars,
      'webcal://example.org/a.ics https://example.org/b.ics',
      ['https://example.org/a.ics', 'https://example.org/b.ics'],
    ],
    [readFramework, 'Hugo', 'hugo'],
  ] as const)('of %o to %s is %o', (read, text, value) => {
    expect(read(text)).toEqual({value})
  })

  test.each([
    [readName, '', 'name of the community'],
    [readName, 'a\nb', 'one line'],
    [readShortName, 'A name that no tab can show', 'Use a shorter name, such as "AN'],
    [readZone, 'CET', 'Europe/Madrid'],
    [readZone, 'GMT+1', 'Europe/Madrid'],
    [readZone, 'Europe/Atlantis', 'named after a place'],
    [readZone, 'Lisbon', 'Did you mean Europe/Lisbon?'],
    [readZone, 'são paulo', 'Did you mean America/Sao_Paulo?'],
    [readZone, 'Europe/New York', 'Did you mean America/New_York?'],
    [readLanguages, 'en,xx-bogus,EN,english', '"xx-bogus" and "english" are not language tags'],
    [readAccent, 'blue', '#0b57d0'],
    [readAccent, '#ffcc00', 'text needs 4.5:1 to be readable. Use #'],
    [readLanguages, '', 'at least one language tag'],
    [readLanguages, 'en, english', '"english" is not a language tag'],
    [readLanguages, 'en_US', '"en_US" is not a language tag'],
    [readCalendars, 'http://example.org/a.ics', 'https://example.org/basic.ics'],
    [readCalendars, 'https://example.org/a.ics nonsense', '"nonsense": '],
    [readCalendars, 'https://ana:secret@example.org/a.ics', 'Expected the link'],
    [readFramework, 'gatsby', 'astro, next, hugo, none'],
  ] as const)('of %o to %s is refused, with what to do', (read, text, hint) => {
    expect(problemOf(read(text))).toContain(hint)
  })

  test('about the color agrees with the rule about the stored one, so that no new project has an error', () => {
    const values = ['00', '55', '77', '99', 'ff']
    const colors = values.flatMap((r) => values.flatMap((g) => values.map((b) => `#${r}${g}${b}`)))
    const accepted = colors.filter((color) => problemOf(readAccent(color)) === undefined)
    const valid = colors.filter(
      (accentColor) =>
        [...accentContrastRule.check({_id: 'community', _type: 'community', accentColor})]
          .length === 0,
    )
    expect(accepted).toEqual(valid)
    expect(accepted.length).toBeGreaterThan(0)
    expect(accepted.length).toBeLessThan(colors.length)
  })
})

describe('what a visitor reads in a language', () => {
  test('without words of ours is said, because the site is in English there', () => {
    const notice = languageNotice({languages: ['en', 'pt'], framework: 'astro'})
    expect(notice).toContain('In pt they are in English. Your content can be in pt.')
    expect(notice).toContain(supportedLanguages.join(', '))
    expect(flags.languages.help).toContain(supportedLanguages.join(', '))
  })

  test('is said for a site in Next, which shows the first language only', () => {
    expect(languageNotice({languages: ['en', 'de'], framework: 'next'})).toMatch(
      /^The site in Next shows en only\. Content in de is stored/,
    )
  })

  test('needs no notice where all texts exist', () => {
    expect(languageNotice({languages: ['en'], framework: 'next'})).toBe(undefined)
    expect(languageNotice({languages: ['es-MX', 'de'], framework: 'astro'})).toBe(undefined)
  })
})

test.each([
  ['Friends of Maps', 'FM'],
  ['friends of maps', 'FOM'],
  ['Maps', 'MA'],
  ['Élan', 'ÉL'],
  ['One Two Three Four', 'OTT'],
  ['地図の会', '地図'],
  ['', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
