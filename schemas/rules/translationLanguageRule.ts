import {communityAmong, communityQuery, languagesOf} from '../reading/community.ts'
import {languageName} from '../translation/languageName.ts'
import {translationsOf, type Translation} from '../translation/translationsOf.ts'
import type {Finding, Rule} from './finding.ts'

/**
 * Reports two translations of a text into one language, and a translation that no page shows: into the
 * default language, or into one that the community does not list.
 */
export const translationLanguageRule = {
  code: 'translation-language',
  query: () => communityQuery(),
  check: (document, {others}) => {
    const languages = languagesOf(communityAmong([document, ...others]))
    return translationsOf(document).flatMap(({translations}) =>
      translations.flatMap((translation, index) =>
        findingsAt(translation, translations.slice(0, index), languages),
      ),
    )
  },
} as const satisfies Rule

function findingsAt(
  {language, path}: Translation,
  earlier: readonly Translation[],
  languages: readonly string[],
): Omit<Finding, 'code'>[] {
  if (language === undefined) return []
  const name = languageName(language)
  const at = [...path, 'language']
  if (earlier.some((other) => other.language === language)) {
    const message = `There are two translations into ${name}, and pages show only the first one. Remove one of them, or correct its language.`
    return [{level: 'error', path: at, message}]
  }
  const [main] = languages
  if (main === undefined) return []
  if (language === main) {
    const message = `${name} is the default language, so pages show the field itself. Enter the text there, and remove this translation.`
    return [{level: 'warning', path: at, message}]
  }
  if (languages.includes(language)) return []
  const message = `The community does not list ${name}, so no page shows this translation. Add the language to the community, or correct it here.`
  return [{level: 'warning', path: at, message}]
}
