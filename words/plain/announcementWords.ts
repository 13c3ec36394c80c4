import {announcement as ar, vocabulary as arabic} from '../catalogs/ar.ts'
import type {Vocabulary} from '../catalogs/catalog.ts'
import {announcement as de, vocabulary as german} from '../catalogs/de.ts'
import {announcement as en, vocabulary as english} from '../catalogs/en.ts'
import {announcement as es, vocabulary as spanish} from '../catalogs/es.ts'
import {announcement as fr, vocabulary as french} from '../catalogs/fr.ts'
import {announcement as ja, vocabulary as japanese} from '../catalogs/ja.ts'
import {announcement as zh, vocabulary as chinese} from '../catalogs/zh.ts'
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

export type AnnouncementWords = PlainWords<'announcement'>

/**
 * Returns the words of announcements.
 *
 * @example announcementWords('fr').say('signUp') // 'S’inscrire'
 */
export function announcementWords(tag: string, vocabulary: Vocabulary = {}): AnnouncementWords {
  return plainWords<'announcement'>(tag, catalogs, vocabulary)
}
