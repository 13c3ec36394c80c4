import {type Term as Word, type Vocabulary, type Words, wordsIn} from '@touchpoints/words'
import type {Community, Term} from 'touchpoints'

/** Returns the words of a page: its language, with what the community calls things. */
export function communityWords(community: Community | null, language: string): Words {
  return wordsIn(language, {vocabulary: vocabularyIn(community, language)})
}

/**
 * Returns the community's own words in a language. What it doesn't name, or doesn't translate, is absent:
 * a Spanish page then has the usual Spanish word, and not an English one.
 */
export function vocabularyIn(community: Community | null, language: string): Vocabulary {
  const {vocabulary, languages = []} = community ?? {}
  if (!vocabulary) return {}
  const [standard = language] = languages
  const word = (term: Term | null) => wordOf(term, language, language === standard)
  const [session, series] = [word(vocabulary.session), word(vocabulary.series)]
  const [group, guest] = [word(vocabulary.group), word(vocabulary.guest)]
  return {
    ...(session && {session}),
    ...(series && {series}),
    ...(group && {group}),
    ...(guest && {guest}),
  }
}

function wordOf(term: Term | null, language: string, isStandard: boolean): Word | undefined {
  if (!term) return undefined
  const [base = language] = language.split('-')
  const translated =
    term.translations.find((each) => each.language === language) ??
    term.translations.find((each) => each.language === base)
  if (translated) return {singular: translated.singular, plural: translated.plural}
  const {singular, plural} = term
  if (!isStandard || (singular === null && plural === null)) return undefined
  return {singular: singular ?? plural ?? '', plural: plural ?? singular ?? ''}
}
