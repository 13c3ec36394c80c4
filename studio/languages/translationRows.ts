import {type Fields, itemsOf, textOf} from '@touchpoints/schemas/reading'

/** A language of a translated field, with its stored item if there is one. */
export interface TranslationRow {
  language: string
  /** Key of the stored item. */
  key: string | undefined
  value: unknown
  /** Whether the community has this language, and not as its default. */
  listed: boolean
}

/**
 * Returns a row for each language that the field can be translated to, and for each that it is translated to
 * although the community no longer has it.
 *
 * @param languages - the community's languages; the first one is the default, which the field itself has
 */
export function translationRows(value: unknown, languages: readonly string[]): TranslationRow[] {
  const others = languages.slice(1)
  const items = itemsOf(value).map(({item}) => item)
  const rowOf = (language: string, item: Fields | undefined): TranslationRow => ({
    language,
    key: textOf(item?.['_key']),
    value: item?.['value'],
    listed: others.includes(language),
  })
  return [
    ...others.map((language) =>
      rowOf(
        language,
        items.find((item) => item['language'] === language),
      ),
    ),
    ...items.flatMap((item) => {
      const language = textOf(item['language'])
      return language === undefined || others.includes(language) ? [] : [rowOf(language, item)]
    }),
  ]
}
