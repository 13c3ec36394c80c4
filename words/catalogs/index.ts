import type {SupportedLanguage} from '../languages.ts'
import {ar} from './ar.ts'
import type {Catalog} from './catalog.ts'
import {de} from './de.ts'
import {en} from './en.ts'
import {es} from './es.ts'
import {fr} from './fr.ts'
import {ja} from './ja.ts'
import {zh} from './zh.ts'

export const catalogs = {en, es, fr, de, ja, zh, ar} as const satisfies Record<
  SupportedLanguage,
  Catalog
>
