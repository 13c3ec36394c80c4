import {IntlMessageFormat} from 'intl-messageformat'
import {describe, expect, test} from 'vitest'

import {catalogs} from '../../words/catalogs/index.ts'
import {supportedLanguages} from '../../words/index.ts'
import {formatLocale} from '../../words/languages.ts'

/** Messages of a language by key: `site.noUpcoming`. */
function messagesOf(language: (typeof supportedLanguages)[number]): Map<string, string> {
  const {vocabulary: _, ...areas} = catalogs[language]
  return new Map(
    Object.entries<Readonly<Record<string, string>>>(areas).flatMap(([area, messages]) =>
      Object.entries(messages).map(([name, text]) => [`${area}.${name}`, text] as const),
    ),
  )
}

interface Parsed {
  /** Names of placeholders, with their format. */
  placeholders: Set<string>
  /** The branches of each plural, and its kind. */
  plurals: {ordinal: boolean; categories: string[]}[]
}

const plural = 6
const number = 2

/** Reads a message with the library that formats it. */
function parse(text: string): Parsed {
  const result: Parsed = {placeholders: new Set(), plurals: []}
  const visit = (elements: unknown) => {
    if (!Array.isArray(elements)) return
    for (const element of elements) {
      const {type, value, options, pluralType} = Object(element)
      if (type === 1 || type === number || type === plural) result.placeholders.add(String(value))
      if (type !== plural) continue
      const branches = Object.entries<unknown>(Object(options))
      result.plurals.push({
        ordinal: pluralType === 'ordinal',
        categories: branches.map(([category]) => category).sort(),
      })
      for (const [, branch] of branches) visit(Object(branch)['value'])
    }
  }
  visit(new IntlMessageFormat(text, 'en', undefined, {ignoreTag: true}).getAst())
  return result
}

/** Words of the community, which a translation may use or leave out. */
const vocabulary = /^(?:sessions?|series|seriesPlural|groups?|guests?)$/i

/** Returns what a translation needs from its caller. */
function argumentsOf(text: string): string[] {
  return [...parse(text).placeholders].filter((name) => !vocabulary.test(name)).sort()
}

/** Returns the plurals of a message that lack a form, or have one that the language does not use. */
function incompletePlurals(language: (typeof supportedLanguages)[number], text: string): string[] {
  return parse(text).plurals.flatMap(({ordinal, categories}) => {
    const type = ordinal ? 'ordinal' : 'cardinal'
    const rules = new Intl.PluralRules(formatLocale(language), {type})
    const needed = rules.resolvedOptions().pluralCategories.toSorted()
    return needed.join() === categories.join() ? [] : [`${needed.join()} ≠ ${categories.join()}`]
  })
}

const english = messagesOf('en')
const translations = supportedLanguages.filter((language) => language !== 'en')

describe.each(supportedLanguages)('the catalog of %s', (language) => {
  const messages = messagesOf(language)

  test('has the messages of English, for callers without types', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('asks for the same arguments as English, so that no caller passes one in vain', () => {
    const different = [...messages].filter(
      ([key, text]) => argumentsOf(text).join() !== argumentsOf(english.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })

  test('has each plural form of the language and no other', () => {
    const incomplete = [...messages].flatMap(([key, text]) =>
      incompletePlurals(language, text).map((reason) => `${key}: ${reason}`),
    )
    expect(incomplete).toEqual([])
  })

  test('uses typographic apostrophes, because ICU reads a straight one as a quote', () => {
    expect([...messages].filter(([, text]) => text.includes("'"))).toEqual([])
  })

  test('has no plural and no format in the areas that no library reads', () => {
    const plain = [...messages].filter(([key]) => /^(?:elements|announcement|feed)\./.test(key))
    expect(plain.filter(([, text]) => /\{\w+,/.test(text))).toEqual([])
  })

  test('has no text with blanks at its ends or two blanks in it', () => {
    const separators = /^cadence\.(?:slot|sentence)Separator$/
    const untidy = [...messages].filter(
      ([key, text]) => !separators.test(key) && (text !== text.trim() || text.includes('  ')),
    )
    expect(untidy).toEqual([])
  })
})

/** Messages that are the same text in another language: names of products, loan words, punctuation. */
const sameAsEnglish: Record<string, readonly string[]> = {
  es: ['site.minutes'],
  fr: [
    'site.minutes',
    'site.discussion',
    'site.playlist',
    'whatsOn.menu',
    'names.agendaKind.discussion',
    'names.channelKind.forum',
    'names.linkKind.documentation',
  ],
  de: [
    'site.playlist',
    'site.links',
    'site.feeds',
    'site.channelIn',
    'site.sessionCount',
    'whatsOn.region',
    'search.kind.person',
    'names.linkKind.repository',
    'names.linkKind.roadmap',
    'names.linkKind.issues',
    'names.linkKind.website',
    'names.linkKind.other',
    'names.channelKind.forum',
  ],
  ja: [],
  zh: [],
  ar: [],
}

/** Only placeholders and punctuation, or the name of a product. */
const nothingToTranslate =
  /^(?:[^\p{L}]|\{\w+(?:, number)?\}|UTC)*$|^(?:Slack|Discord|Matrix|Zulip|IRC|GitHub|Telegram|Mastodon)$/u

function untranslated(language: (typeof supportedLanguages)[number]): string[] {
  return [...messagesOf(language)]
    .filter(([key, text]) => text === english.get(key) && !nothingToTranslate.test(text))
    .map(([key]) => key)
}

describe.each(translations)('the translation to %s', (language) => {
  test('leaves no message in English, except those that are the same there', () => {
    expect(untranslated(language).sort()).toEqual([...(sameAsEnglish[language] ?? [])].sort())
  })
})

/**
 * Texts that are one word in English and two in another language: an act and its noun, a rule and what happened,
 * the people of a group and all people.
 */
const differentElsewhere = new Set([
  'names.recordingPolicy.notRecorded names.availability.notRecorded',
  'search.title search.submit',
  'site.people pages.people',
])

/** Returns the messages with one text in English and several in another language. */
function inTwoWords(
  textsOf: (language: (typeof supportedLanguages)[number]) => Map<string, string>,
) {
  const keys = [...textsOf('en').keys()]
  const alike = [...Map.groupBy(keys, (key) => textsOf('en').get(key)).values()]
  return alike
    .filter((each) => !differentElsewhere.has(each.join(' ')))
    .flatMap((each) =>
      translations
        .filter((language) => new Set(each.map((key) => textsOf(language).get(key))).size > 1)
        .map((language) => `${language}: ${each.join(' ')}`),
    )
}

test('what has one text in English has one in each language, so that pages and elements use one word', () => {
  expect(inTwoWords(messagesOf)).toEqual([])
  const planted = (language: string) =>
    new Map([
      ['site.join', 'Join'],
      ['elements.join', language === 'de' ? 'Beitreten' : 'Join'],
    ])
  expect(inTwoWords(planted)).toEqual(['de: site.join elements.join'])
})

/** Returns the messages in which a line can break before a colon or within quotation marks. */
function breakablePunctuation(messages: Iterable<[string, string]>): string[] {
  return [...messages].filter(([, text]) => / [:;?!»%]|« /.test(text)).map(([key]) => key)
}

test('French puts a space that does not break before a colon and the like', () => {
  expect(breakablePunctuation(messagesOf('fr'))).toEqual([])
  expect(breakablePunctuation([['x', 'Annulé : {title}']])).toEqual(['x'])
})

test('the guards see a missing argument, a missing plural form and a text left in English', () => {
  expect(argumentsOf('Led by {name}')).not.toEqual(argumentsOf('Leitung'))
  expect(incompletePlurals('ar', '{count, plural, one {#} other {#}}')).toEqual([
    'few,many,one,other,two,zero ≠ one,other',
  ])
  expect(incompletePlurals('ja', '{count, plural, one {#} other {#}}')).toHaveLength(1)
  expect(untranslated('en')).toContain('site.skip')
})

test('each branch of an English plural has a blank or a #, because the types of arguments need it', () => {
  const branches = [...english.values()].flatMap((text) => [
    ...text.matchAll(/(?:zero|one|two|few|many|other) \{([^{}]*)/g),
  ])
  expect(branches.length).toBeGreaterThan(5)
  expect(branches.filter(([, branch]) => !/[ #]/.test(branch ?? ''))).toEqual([])
})
