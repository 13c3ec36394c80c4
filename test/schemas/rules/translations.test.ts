import {describe, expect, test} from 'vitest'

import {missingTranslationRule} from '../../../schemas/rules/missingTranslationRule.ts'
import {translationLanguageRule} from '../../../schemas/rules/translationLanguageRule.ts'
import {community, findingsOf} from './findingsOf.ts'

const others = [community]
const into = (language: string, value: unknown = 'Texto') => ({_key: language, language, value})
const block = {_type: 'block', _key: 'b', children: [{_type: 'span', text: 'Welcome'}]}

describe('a missing translation', () => {
  const check = (fields: object, documents = others) =>
    findingsOf(missingTranslationRule, {_type: 'series', ...fields}, {others: documents})

  test('is one info for the document, with its languages and fields', () => {
    const [finding, ...more] = check({
      title: 'Thursdays',
      titleTranslations: [into('es')],
      description: 'Talks',
    })
    expect(finding).toMatchObject({level: 'info', path: ['descriptionTranslations']})
    expect(finding?.message).toBe(
      'Not translated into Spanish: Description. Not translated into Brazilian Portuguese: Title and Description. Pages in these languages show the text in English. Add the translations below each field.',
    )
    expect(more).toEqual([])
  })

  test('in all languages is named once', () => {
    expect(check({title: 'Thursdays'})[0]?.message).toContain(
      'Not translated into Spanish and Brazilian Portuguese: Title.',
    )
  })

  test('is not reported for an empty field, and an empty translation is missing', () => {
    expect(check({})).toEqual([])
    expect(
      check({title: 'Thursdays', titleTranslations: [into('es', ''), into('pt-BR')]}),
    ).toHaveLength(1)
    expect(check({title: 'Thursdays', titleTranslations: [into('es'), into('pt-BR')]})).toEqual([])
  })

  test('is not reported in a community with one language, or without a document', () => {
    expect(check({title: 'Thursdays'}, [{...community, languages: ['en']}])).toEqual([])
    expect(check({title: 'Thursdays'}, [{...community, languages: undefined}])).toEqual([])
    // The format check reports a language that is none.
    expect(check({title: 'Thursdays'}, [{...community, languages: ['en', 'spanish']}])).toEqual([])
    expect(check({title: 'Thursdays'}, [])).toEqual([])
  })

  test('is reported in the sections of the page, at the first of them', () => {
    const page = {
      _type: 'meetingsPage',
      sections: [
        {_key: 'a', heading: 'Next', headingTranslations: [into('es'), into('pt-BR')], text: []},
        {_key: 'b', heading: 'Groups', text: [block]},
        {_key: 'c', heading: 'Calendar'},
      ],
    }
    expect(check(page)).toMatchObject([{path: ['sections', {_key: 'b'}, 'headingTranslations']}])
    expect(check(page)[0]?.message).toContain('Headings of sections and Texts of sections.')
  })

  test('is reported in the words of the community itself', () => {
    const own = {
      ...community,
      vocabulary: {
        session: {
          singular: 'call',
          plural: 'calls',
          translations: [{language: 'es', singular: 'llamada', plural: 'llamadas'}],
        },
      },
    }
    expect(findingsOf(missingTranslationRule, own)).toMatchObject([
      {
        path: ['vocabulary', 'session', 'translations'],
        message: expect.stringContaining('Not translated into Brazilian Portuguese: A session.'),
      },
    ])
  })
})

describe('the language of a translation', () => {
  const check = (...titleTranslations: object[]) =>
    findingsOf(translationLanguageRule, {_type: 'touchpoint', titleTranslations}, {others})
  const at = (key: string) => ['titleTranslations', {_key: key}, 'language']

  test('that the community lists gets no finding', () => {
    expect(check(into('es'), into('pt-BR'))).toEqual([])
  })

  test('that the community does not list is a warning, because no page shows it', () => {
    expect(check(into('fr'))).toMatchObject([
      {level: 'warning', path: at('fr'), message: expect.stringContaining('does not list French')},
    ])
  })

  test('that is the default one is a warning, because pages show the field itself', () => {
    expect(check(into('en'))).toMatchObject([
      {level: 'warning', path: at('en'), message: expect.stringContaining('default language')},
    ])
  })

  test('that occurs twice is an error at the second translation', () => {
    expect(check(into('es'), {...into('es'), _key: 'b'})).toMatchObject([
      {
        level: 'error',
        path: at('b'),
        message: expect.stringContaining('two translations into Spanish'),
      },
    ])
  })

  test('that occurs twice in a word of the community is an error too', () => {
    const word = (_key: string) => ({_key, language: 'es', singular: 'llamada', plural: 'llamadas'})
    const own = {...community, vocabulary: {group: {translations: [word('a'), word('b')]}}}
    expect(findingsOf(translationLanguageRule, own)).toMatchObject([
      {level: 'error', path: ['vocabulary', 'group', 'translations', {_key: 'b'}, 'language']},
    ])
  })

  test('gets no finding without a community, except for one that occurs twice', () => {
    const titleTranslations = [into('fr'), {...into('fr'), _key: 'b'}]
    expect(findingsOf(translationLanguageRule, {titleTranslations})).toHaveLength(1)
  })
})
