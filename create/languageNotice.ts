import {supportedLanguages, supports} from '@touchpoints/words/plain'

import type {Answers} from './answers.ts'

/** The languages with words of the site, such as `en, es, fr`. */
export const languagesWithWords = supportedLanguages.join(', ')

/**
 * Returns what a visitor reads in the languages of the answers, if it is less than one expects. Undefined where all
 * texts are in all languages.
 */
export function languageNotice({
  languages,
  framework,
}: Pick<Answers, 'languages' | 'framework'>): string | undefined {
  const without = languages.filter((tag) => !supports(tag))
  const list = (tags: readonly string[]) => new Intl.ListFormat('en').format(tags)
  const further = languages.slice(1)
  const notices = [
    ...(without.length > 0
      ? [
          `The texts of the site, such as buttons and dates, are in ${languagesWithWords}. In ${list(without)} they are in English. Your content can be in ${list(without)}.`,
        ]
      : []),
    ...(framework === 'next' && further.length > 0
      ? [
          `The site in Next shows ${languages[0]} only. Content in ${list(further)} is stored, and a page of your own can show it.`,
        ]
      : []),
  ]
  return notices.length === 0 ? undefined : notices.join(' ')
}
