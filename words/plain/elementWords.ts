import {elements as ar, vocabulary as arabic} from '../catalogs/ar.ts'
import type {Vocabulary} from '../catalogs/catalog.ts'
import {elements as de, vocabulary as german} from '../catalogs/de.ts'
import {elements as en, vocabulary as english} from '../catalogs/en.ts'
import {elements as es, vocabulary as spanish} from '../catalogs/es.ts'
import {elements as fr, vocabulary as french} from '../catalogs/fr.ts'
import {elements as ja, vocabulary as japanese} from '../catalogs/ja.ts'
import {elements as zh, vocabulary as chinese} from '../catalogs/zh.ts'
import {plainWords, type PlainWords} from './plainWords.ts'

const catalogs = {
  en: {messages: en, vocabulary: english},
  es: {messages: es, vocabulary: spanish},
  fr: {messages: fr, vocabulary: french},
  de: {messages: de, vocabulary: german},
  ja: {messages: ja, vocabulary: japanese},
  zh: {messages: zh, vocabulary: chinese},
  ar: {messages: ar, vocabulary: arabic},
} as const

export type ElementWords = PlainWords<'elements'>

/**
 * Returns the words of the custom elements.
 *
 * @example elementWords('de-AT').say('join') // 'Teilnehmen'
 */
export function elementWords(tag: string, vocabulary: Vocabulary = {}): ElementWords {
  return plainWords<'elements'>(tag, catalogs, vocabulary)
}
