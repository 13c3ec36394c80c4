import {translatableFields, type TranslatableField} from '@touchpoints/schemas/reading'
import {documentTypeNames, type DocumentTypeName} from '@touchpoints/schemas/registry'

/** Which documents are worth an editor's time: those that visitors still come across. */
const isCurrent: Partial<Record<DocumentTypeName, string>> = {
  touchpoint: 'schedule.start >= now()',
  series: 'lifecycle != "ended"',
  workingGroup: 'phase != "archived"',
}

/** A GROQ condition with the parameters that it uses. */
export interface Condition {
  filter: string
  params: {languages: readonly string[]}
}

/**
 * Returns the GROQ condition for documents in which a text has no translation in one of the languages.
 *
 * The condition counts the languages of a text. Its length does not depend on their number, because a list
 * that is followed can have no condition of any length: the local lake takes 8,000 characters.
 *
 * @param languages - the languages of the community; the first one is the default, which needs none
 * @returns undefined for a community with one language
 */
export function missingTranslations(languages: readonly string[]): Condition | undefined {
  const [first, ...rest] = languages
  const others = [...new Set(rest)].filter((language) => language !== first)
  if (others.length === 0) return undefined
  const filter = documentTypeNames
    .flatMap((type) => {
      const fields: readonly TranslatableField[] = translatableFields[type]
      if (fields.length === 0) return []
      const missing = fields.map((field) => lacks(field, field.path))
      return `(_type == "${type}" && ${isCurrent[type] ?? 'true'} && (${missing.join(' || ')}))`
    })
    .join(' || ')
  return {filter, params: {languages: others}}
}

/** Returns the condition that the field at a path is written and lacks a translation. */
function lacks(field: TranslatableField, [first = '', ...rest]: readonly string[]): string {
  if (first.endsWith('[]')) {
    return `count(${first.slice(0, -2)}[${lacks(field, rest)}]) > 0`
  }
  const path = [first, ...rest].join('.')
  const [written, list, value] =
    field.kind === 'term'
      ? [`${path}.singular`, `${path}.translations`, 'singular']
      : [path, `${path}Translations`, 'value']
  const translated = `${list}[language in $languages && defined(${value})].language`
  // A list can have a language twice, until an editor corrects it.
  const languages = `coalesce(count(array::unique(${translated})), 0)`
  return `(defined(${written}) && ${languages} < count($languages))`
}
