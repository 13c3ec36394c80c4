import {describe, expect, it} from 'vitest'

import {languageName} from '../../../schemas/reading/index.ts'
import {findLanguage, suggestedLanguages} from '../../../studio/languages/findLanguage.ts'
import {textDirection} from '../../../studio/languages/textDirection.ts'
import {translationRows} from '../../../studio/languages/translationRows.ts'
import {communityValue} from '../../../studio/templates/newCommunity.ts'

describe('a language', () => {
  it.each([
    ['Spanish', 'es'],
    ['es', 'es'],
    ['pt-br', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['Brazilian Portuguese', 'pt-BR'],
    [' German ', 'de'],
    ['EN', 'en'],
  ])('is found by its name or its tag: %s', (text, tag) => {
    expect(findLanguage(text)).toBe(tag)
  })

  it.each(['', 'Klingonese', 'not a language', 'e'])('is not guessed from "%s"', (text) => {
    expect(findLanguage(text)).toBeUndefined()
  })

  it('has a name and a canonical tag, if it is suggested', () => {
    for (const tag of suggestedLanguages) {
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
      expect(languageName(tag)).not.toBe(tag)
    }
  })

  it.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['es', 'ltr'],
    ['ja', 'ltr'],
    ['not a tag', 'ltr'],
  ])('%s is written %s', (tag, direction) => {
    expect(textDirection(tag)).toBe(direction)
  })
})

describe('the translations of a field', () => {
  const spanish = {_key: 'a', language: 'es', value: 'Hola'}

  it('have a row for each language but the default, which the field itself has', () => {
    expect(translationRows([spanish], ['en', 'es', 'ar'])).toEqual([
      {language: 'es', key: 'a', value: 'Hola', listed: true},
      {language: 'ar', key: undefined, value: undefined, listed: true},
    ])
  })

  it('keep a row for a language that the community removed, so that its text can be removed', () => {
    expect(translationRows([spanish], ['en', 'fr'])).toEqual([
      {language: 'fr', key: undefined, value: undefined, listed: true},
      {language: 'es', key: 'a', value: 'Hola', listed: false},
    ])
  })

  it('keep a row for the default language, if it became the default later', () => {
    expect(translationRows([spanish], ['es', 'en'])[1]).toMatchObject({
      language: 'es',
      listed: false,
    })
  })
})

it('a new community has the language and the time zone of the browser', () => {
  expect(communityValue('es-ES', 'Europe/Madrid')).toEqual({
    timeZone: 'Europe/Madrid',
    languages: ['es'],
  })
})
