import {languageName} from '@touchpoints/schemas/reading'

/**
 * Languages to suggest: those with the most speakers, and those of Wikipedias with the most readers.
 * Any other tag can be typed.
 */
export const suggestedLanguages = [
  'en es fr de ja zh ar',
  'am bg bn ca cs da el et eu fa fi fil',
  'gl he hi hr hu id it ko lt lv ms nb',
  'nl pl pt pt-BR ro ru sk sl sr sv sw',
  'ta te th tr uk ur vi zh-Hans zh-Hant',
].flatMap((tags) => tags.split(' '))

/**
 * Finds the language that an editor means: its tag or its name in English.
 *
 * @returns the tag in its canonical form, or undefined
 * @example findLanguage('spanish') // 'es'
 * @example findLanguage('pt-br') // 'pt-BR'
 */
export function findLanguage(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  const named = suggestedLanguages.find((tag) => languageName(tag).toLowerCase() === typed)
  if (named !== undefined) return named
  const tag = canonical(typed.replaceAll('_', '-'))
  // A tag without a known name is a word such as "klingon", which is a valid tag of eight letters.
  return tag !== undefined && languageName(tag) !== tag ? tag : undefined
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
