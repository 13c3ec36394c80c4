import type {PathSegment} from '../reading/pathSegment.ts'
import {fieldsOf, itemsOf, textOf, type Fields, type StoredDocument} from '../reading/stored.ts'
import {isDocumentTypeName} from '../registry/documentTypes.ts'
import {translatableFields, type TranslatableField} from './translatableFields.ts'

/** A text of a document that can be translated, and its translations. */
export interface TranslatableText {
  label: string
  /** Whether it has a text in the default language. */
  isWritten: boolean
  /** Path of the list of translations. */
  path: PathSegment[]
  translations: Translation[]
}

export interface Translation {
  language: string | undefined
  isWritten: boolean
  path: PathSegment[]
}

/** Returns all texts of a document that can be translated, in the order of the form. */
export function translationsOf(document: StoredDocument): TranslatableText[] {
  if (!isDocumentTypeName(document._type)) return []
  const fields: readonly TranslatableField[] = translatableFields[document._type]
  return fields.flatMap((field) => textsAt(document, field, field.path, []))
}

function textsAt(
  parent: Fields,
  field: TranslatableField,
  [name, ...rest]: readonly string[],
  path: readonly PathSegment[],
): TranslatableText[] {
  if (name === undefined) return []
  if (name.endsWith('[]')) {
    const list = name.slice(0, -2)
    return itemsOf(parent[list]).flatMap(({item, at}) =>
      textsAt(item, field, rest, [...path, list, at]),
    )
  }
  if (rest.length > 0) return textsAt(fieldsOf(parent[name]), field, rest, [...path, name])
  return [
    field.kind === 'term'
      ? termAt(parent[name], field, [...path, name])
      : textAt(parent, field, name, path),
  ]
}

function textAt(
  parent: Fields,
  {label}: TranslatableField,
  name: string,
  path: readonly PathSegment[],
): TranslatableText {
  const list = `${name}Translations`
  return {
    label,
    isWritten: isText(parent[name]),
    path: [...path, list],
    translations: itemsOf(parent[list]).map(({item, at}) => ({
      language: textOf(item['language']),
      isWritten: isText(item['value']),
      path: [...path, list, at],
    })),
  }
}

function termAt(
  value: unknown,
  {label}: TranslatableField,
  path: readonly PathSegment[],
): TranslatableText {
  const term = fieldsOf(value)
  return {
    label,
    isWritten: isWord(term),
    path: [...path, 'translations'],
    translations: itemsOf(term['translations']).map(({item, at}) => ({
      language: textOf(item['language']),
      isWritten: isWord(item),
      path: [...path, 'translations', at],
    })),
  }
}

function isWord({singular, plural}: Fields): boolean {
  return textOf(singular) !== undefined || textOf(plural) !== undefined
}

/** A line, a paragraph, or rich text with at least one block. */
function isText(value: unknown): boolean {
  return textOf(value) !== undefined || (Array.isArray(value) && value.length > 0)
}
