import {IntlMessageFormat} from 'intl-messageformat'

import {catalogs} from './catalogs/index.ts'
import type {Area, Catalog, Vocabulary} from './catalogs/catalog.ts'
import {datesIn, type Dates} from './dates/dates.ts'
import {isolate} from './isolate.ts'
import {closestLanguage, directionOf, formatLocale, type SupportedLanguage} from './languages.ts'
import type {MessageArguments, MessageKey} from './messageArguments.ts'
import {sentenceCase} from './sentenceCase.ts'
import {vocabularyWords} from './vocabularyWords.ts'

/** The words of one language, with the community's vocabulary. */
export interface Words {
  language: SupportedLanguage
  /** Value of the `dir` attribute. */
  dir: 'ltr' | 'rtl'
  /** Writes dates, times, lists and numbers. */
  dates: Dates
  /**
   * Writes a message. The compiler asks for its arguments.
   *
   * @example words.say('site.ledBy', {name: 'Ana Jiménez'}) // 'Led by Ana Jiménez'
   */
  say: <Key extends MessageKey>(key: Key, ...args: MessageArguments<Key>) => string
  /** Writes the first letter of a text in upper case. @example words.start('every Thursday') // 'Every Thursday' */
  start: (text: string) => string
}

export interface WordsOptions {
  /** The community's words in this language. What is absent is the language's own. */
  vocabulary?: Vocabulary
}

/**
 * Returns the words of the language that fits a BCP 47 tag best. Unknown languages are English.
 *
 * @example
 * const words = wordsIn('es-MX', {vocabulary: {session: {singular: 'llamada', plural: 'llamadas'}}})
 * words.language // 'es'
 * words.say('site.past') // 'Llamadas anteriores'
 */
export function wordsIn(tag: string, {vocabulary = {}}: WordsOptions = {}): Words {
  const language = closestLanguage(tag)
  const locale = formatLocale(tag)
  const catalog: Catalog = catalogs[language]
  const own = vocabularyWords(locale, catalog.vocabulary, vocabulary)
  const dir = directionOf(language)
  return {
    language,
    dir,
    dates: datesIn(tag),
    say: (key, ...args) => {
      const values = args.map((each) => (dir === 'rtl' ? isolate(each) : each))
      const text = messageOf(locale, language, key).format(Object.assign({}, own, ...values))
      return typeof text === 'string' ? text : String(text)
    },
    start: (text) => sentenceCase(text, locale),
  }
}

const parsed = new Map<string, IntlMessageFormat>()

/** Parsing takes about 15 µs, formatting 3 µs. Locales may come from requests, hence the limit. */
const maxParsed = 5000

function messageOf(
  locale: string,
  language: SupportedLanguage,
  key: MessageKey,
): IntlMessageFormat {
  const id = `${locale} ${key}`
  const cached = parsed.get(id)
  if (cached) return cached
  const created = new IntlMessageFormat(textOf(catalogs[language], key), locale, undefined, {
    // A title may contain what looks like a tag.
    ignoreTag: true,
  })
  if (parsed.size < maxParsed) parsed.set(id, created)
  return created
}

function textOf(catalog: Catalog, key: MessageKey): string {
  const dot = key.indexOf('.')
  const area: Readonly<Record<string, string>> = catalog[areaOf(key.slice(0, dot))]
  const text = area[key.slice(dot + 1)]
  if (text === undefined) throw new Error(`There is no message "${key}". See words/catalogs/en.ts.`)
  return text
}

function areaOf(name: string): Area {
  const area = areas.find((each) => each === name)
  if (area === undefined) throw new Error(`There is no area "${name}" in words/catalogs/en.ts.`)
  return area
}

const areas = [
  'site',
  'whatsOn',
  'calendar',
  'elements',
  'announcement',
  'feed',
  'cadence',
  'names',
  'preview',
  'pages',
  'search',
] as const satisfies Area[]
