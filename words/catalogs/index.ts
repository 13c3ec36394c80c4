import type {SupportedLanguage} from '../languages.ts'
import type {Catalog} from './catalog.ts'
import {de} from './de.ts'
import {en} from './en.ts'

export const catalogs = {en, de} as const satisfies Record<SupportedLanguage, Catalog>
