import {translatableFields, type TranslatableField} from '@touchpoints/schemas/reading'
import {documentTypeNames, type DocumentTypeName} from '@touchpoints/schemas/registry'

/** Which documents are worth an editor's time: those that visitors still come across. */
const isCurrent: Partial<Record<DocumentTypeName, string>> = {
  touchpoint: 'schedule.start >= now()',
  series: 'lifecycle != "ended"',
  workingGroup: 'phase != "archived"',
}

/**
 * Returns the GROQ condition for documents in which a text has no translation in one of the languages.
 *
 * @param languages - the languages of the community; the first one is the default, which needs none
 * @returns undefined for a community with one language
 */
export function missingTranslations(languages: readonly string[]): string | undefined {
  const others = languages.slice(1)
  if (others.length === 0) return undefined
  return documentTypeNames
    .flatMap((type) => {
      const fields: readonly TranslatableField[] = translatableFields[type]
      const missing = fields.flatMap((field) =>
        others.map((language) => lacks(field, field.path, language)),
      )
      if (missing.length === 0) return []
      return `(_type == "${type}" && ${isCurrent[type] ?? 'true'} && (${missing.join(' || ')}))`
    })
    .join(' || ')
}

/** Returns the condition that the field at a path is written and not translated. */
function lacks(
  field: TranslatableField,
  [first = '', ...rest]: readonly string[],
  language: string,
): string {
  if (first.endsWith('[]')) {
    return `count(${first.slice(0, -2)}[${lacks(field, rest, language)}]) > 0`
  }
  const path = [first, ...rest].join('.')
  const [written, list, value] =
    field.kind === 'term'
      ? [`${path}.singular`, `${path}.translations`, 'singular']
      : [path, `${path}Translations`, 'value']
  const translation = `${list}[language == ${JSON.stringify(language)} && defined(${value})]`
  return `(defined(${written}) && coalesce(count(${translation}), 0) == 0)`
}
