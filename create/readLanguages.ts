import {languageTag} from '@touchpoints/schemas/scalars'

import type {Reading} from './readings.ts'

/**
 * Reads language tags with commas or spaces between them. The same tag in other capitals is the same language.
 *
 * @example readLanguages('en, PT-br EN') // {value: ['en', 'pt-BR']}
 */
export function readLanguages(text: string): Reading<readonly string[]> {
  const typed = text.split(/[\s,;]+/).filter(Boolean)
  if (typed.length === 0) return {problem: 'Expected at least one language tag, such as en.'}
  const tags = typed.map((tag) => ({tag, canonical: canonicalOf(tag)}))
  const wrong = tags.filter(({canonical}) => canonical === undefined).map(({tag}) => `"${tag}"`)
  if (wrong.length > 0) {
    const names = new Intl.ListFormat('en').format([...new Set(wrong)])
    const verb = wrong.length === 1 ? 'is not a language tag' : 'are not language tags'
    return {problem: `${names} ${verb}. Use tags such as en, pt-BR or zh-Hant.`}
  }
  return {value: [...new Set(tags.flatMap(({canonical}) => canonical ?? []))]}
}

function canonicalOf(tag: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag)
    return languageTag.safeParse(canonical).success && isKnown(canonical) ? canonical : undefined
  } catch {
    return undefined
  }
}

/** All languages of two letters have a name. Some of the thousands with three letters have none here. */
function isKnown(tag: string): boolean {
  const {language} = new Intl.Locale(tag)
  const names = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})
  return language.length > 2 || names.of(language) !== undefined
}
