import * as z from 'zod/mini'

import {schemaWithin, sourceOf} from './source.ts'

export interface ProjectionOptions {
  /** BCP 47 tag. Fields with a translation in this language, or in its base language, have it. */
  language?: string | undefined
}

/**
 * Returns the GROQ projection that reads a view.
 *
 * @throws TypeError when the view is not an object
 * @example
 * projection(z.object({_id: z.string(), slug: field({path: 'slug.current'}, slugText)}))
 * // '{_id,"slug":slug.current}'
 */
export function projection(view: z.core.$ZodType, {language}: ProjectionOptions = {}): string {
  const texts = printed.get(view) ?? new Map<string | undefined, string>()
  const cached = texts.get(language)
  if (cached !== undefined) return cached
  const text = printObject(view, languagesOf(language))
  if (texts.size >= maxLanguages) texts.clear()
  printed.set(view, texts.set(language, text))
  return text
}

/** Views never change, and the query of a page contains some of them a dozen times. */
const printed = new WeakMap<z.core.$ZodType, Map<string | undefined, string>>()

/** A site can pass on the language of a request, which a stranger chooses. */
const maxLanguages = 32

/** Languages in which to look for a translation, the best first. */
type Languages = readonly string[]

/** @example languagesOf('es-MX') // ['es-MX', 'es'] */
function languagesOf(language: string | undefined): Languages {
  if (language === undefined) return []
  const parts = language.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

function printObject(view: z.core.$ZodType, languages: Languages): string {
  const schema = schemaWithin(view)
  if (!(schema instanceof z.ZodMiniObject)) {
    throw new TypeError(
      `The view of a document must be an object; this one is of type ${schema._zod.def.type}.`,
    )
  }
  return `{${propertiesOf(schema, languages).join(',')}}`
}

function propertiesOf(schema: z.ZodMiniObject, languages: Languages): string[] {
  return Object.entries(schema._zod.def.shape).map(([name, property]) => {
    const expression = print(name, property, languages)
    return expression === name ? name : `"${name}":${expression}`
  })
}

function print(name: string, property: z.core.$ZodType, languages: Languages): string {
  const source = sourceOf(property)
  const schema = schemaWithin(property)
  const own = source.computed ?? source.path ?? name
  const text = source.translated ? translated(own, languages) : own
  const stored = source.when ? `select(${source.when} => ${text})` : text
  if (source.asStored) return stored
  if (schema instanceof z.ZodMiniArray) return printList(stored, property, schema, languages)
  if (!(schema instanceof z.ZodMiniObject)) return stored
  if (source.inline) return printObject(schema, languages)
  return `${stored}${source.follow ? '->' : ''}${printObject(schema, languages)}`
}

/** Prints a field with its translations. @example translated('title', ['es']) // 'coalesce(titleTranslations[language == "es"][0].value,title)' */
function translated(name: string, languages: Languages): string {
  if (languages.length === 0) return name
  const values = languages.map(
    (language) => `${name}Translations[language == ${JSON.stringify(language)}][0].value`,
  )
  return `coalesce(${[...values, name].join(',')})`
}

/** Prints a list. Readers of a view get an empty list for an absent one. */
function printList(
  stored: string,
  property: z.core.$ZodType,
  list: z.core.$ZodArray,
  languages: Languages,
): string {
  const {computed, follow, where} = sourceOf(property)
  const member = schemaWithin(list._zod.def.element)
  if (!(member instanceof z.ZodMiniObject)) return `coalesce(${stored},[])`
  if (computed) return `${computed}${printObject(member, languages)}`
  // Edit attributes address a member of a list by its key, which views leave out.
  const properties = propertiesOf(member, languages)
  const members = follow ? properties : ['_key', ...properties]
  // A reference to a missing or unpublished document must not put null among the members.
  const selection = `${stored}[${where ?? (follow ? 'defined(@->)' : '')}]${follow ? '->' : ''}`
  return `coalesce(${selection}{${members.join(',')}},[])`
}
