import type {AreaMessages, Area, Vocabulary} from '../catalogs/catalog.ts'
import type {en} from '../catalogs/en.ts'
import {isolate} from '../isolate.ts'
import {closestLanguage, directionOf, formatLocale, type SupportedLanguage} from '../languages.ts'
import type {ArgumentsOf} from '../messageArguments.ts'
import {vocabularyWords} from '../vocabularyWords.ts'

/** Areas without plurals and formats. */
export type PlainArea = Extract<Area, 'elements' | 'announcement' | 'feed'>

/** The words of one area in one language. */
export interface PlainWords<A extends PlainArea> {
  language: SupportedLanguage
  /** Value of the `dir` attribute. */
  dir: 'ltr' | 'rtl'
  /** Writes a message. The compiler asks for its arguments. */
  say: <Name extends keyof (typeof en)[A]>(
    name: Name,
    ...args: ArgumentsOf<(typeof en)[A][Name]>
  ) => string
}

/** The part of a catalog that an area needs. */
export interface PlainCatalog<A extends PlainArea> {
  messages: AreaMessages<A>
  vocabulary: Required<Vocabulary>
}

/** Returns the words of an area. Replaces placeholders and nothing else, so it needs no library. */
export function plainWords<A extends PlainArea>(
  tag: string,
  catalogs: Readonly<Record<SupportedLanguage, PlainCatalog<A>>>,
  vocabulary: Vocabulary = {},
): PlainWords<A> {
  const language = closestLanguage(tag)
  const dir = directionOf(language)
  const catalog = catalogs[language]
  const own = vocabularyWords(formatLocale(tag), catalog.vocabulary, vocabulary)
  return {
    language,
    dir,
    say: (name, ...args) => {
      const passed = args.map((each) => (dir === 'rtl' ? isolate(each) : each))
      const values: Readonly<Record<string, unknown>> = Object.assign({}, own, ...passed)
      return catalog.messages[name].replaceAll(/\{(\w+)\}/g, (_, key) => String(values[key]))
    },
  }
}
