import {feed as ar, vocabulary as arabic} from '../catalogs/ar.ts'
import type {Vocabulary} from '../catalogs/catalog.ts'
import {feed as de, vocabulary as german} from '../catalogs/de.ts'
import {feed as en, vocabulary as english} from '../catalogs/en.ts'
import {feed as es, vocabulary as spanish} from '../catalogs/es.ts'
import {feed as fr, vocabulary as french} from '../catalogs/fr.ts'
import {feed as ja, vocabulary as japanese} from '../catalogs/ja.ts'
import {feed as zh, vocabulary as chinese} from '../catalogs/zh.ts'
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

export type FeedWords = PlainWords<'feed'>

/**
 * Returns the words of iCalendar files, RSS and JSON Feed.
 *
 * @example feedWords('es').say('cancelledTitle', {title: 'Charla'}) // 'Cancelado: Charla'
 */
export function feedWords(tag: string, vocabulary: Vocabulary = {}): FeedWords {
  return plainWords<'feed'>(tag, catalogs, vocabulary)
}
