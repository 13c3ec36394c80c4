import type * as z from 'zod/mini'

import {membersExpression, membersMark} from '../audience/isForMembers.ts'
import {addedShape} from '../extension/addedShape.ts'
import {isType} from './isType.ts'
import {printedOnce} from './printedOnce.ts'
import {schemaWithin, sourceOf} from './source.ts'

export interface ProjectionOptions {
  /** BCP 47 tag. Fields with a translation in this language, or in its base language, have it. */
  language?: string | undefined
  /**
   * Whether the view is the caller's. Each document then also has its id and type, for problems and edit
   * attributes, and says whether it is for members.
   */
  isCustom?: true | undefined
}

/**
 * Returns the GROQ projection that reads a view.
 *
 * @throws TypeError when the view is not an object
 * @example
 * projection(z.object({_id: z.string(), slug: field({path: 'slug.current'}, z.string())}))
 * // '{_id,"slug":slug.current}'
 */
export function projection(
  view: z.core.$ZodType,
  {language, isCustom}: ProjectionOptions = {},
): string {
  const printing = {languages: languagesOf(language), isCustom}
  if (isCustom) return printObject(view, printing)
  // The query of a page contains some of the views a dozen times.
  return printedOnce(view, language, () => printObject(view, printing))
}

/** Languages in which to look for a translation, the best first. */
type Languages = readonly string[]

/** @example languagesOf('es-MX') // ['es-MX', 'es'] */
function languagesOf(language: string | undefined): Languages {
  if (language === undefined) return []
  const parts = language.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

/** What a projection depends on, beside the view. */
interface Printing {
  languages: Languages
  isCustom?: true | undefined
}

function printObject(view: z.core.$ZodType, printing: Printing): string {
  const schema = schemaWithin(view)
  if (!isType(schema, 'object')) {
    throw new TypeError(
      `The view of a document must be an object; this one is of type ${schema._zod.def.type}.`,
    )
  }
  return `{${[...marksOf(schema, printing), ...propertiesOf(schema, printing)].join(',')}}`
}

/** Returns what a custom view of a document has in addition. */
function marksOf(schema: z.core.$ZodObject, {isCustom}: Printing): string[] {
  if (!isCustom) return []
  const {shape} = schema._zod.def
  const names = ['_id', '_type'].filter((name) => !(name in shape))
  return [...names, `"${membersMark}":${membersExpression}`]
}

function propertiesOf(schema: z.core.$ZodObject, printing: Printing): string[] {
  const added = addedShape(schema)
  return Object.entries(schema._zod.def.shape).map(([name, property]) => {
    const own = Object.hasOwn(added, name) ? {...printing, isCustom: true as const} : printing
    const expression = print(name, property, own)
    return expression === name ? name : `${JSON.stringify(name)}:${expression}`
  })
}

function print(name: string, property: z.core.$ZodType, printing: Printing): string {
  const source = sourceOf(property)
  const schema = schemaWithin(property)
  const own = source.computed ?? source.path ?? name
  const text = source.translated ? translated(own, printing.languages) : own
  const stored = source.when ? `select(${source.when} => ${text})` : text
  if (source.asStored) return stored
  if (isType(schema, 'array')) return printList(stored, property, schema, printing)
  if (!isType(schema, 'object')) return stored
  if (source.inline) return `{${propertiesOf(schema, printing).join(',')}}`
  if (source.follow) return `${stored}->${printObject(schema, printing)}`
  // It can be another document.
  if (source.computed && printing.isCustom) return `${stored}${printObject(schema, printing)}`
  return `${stored}{${propertiesOf(schema, printing).join(',')}}`
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
  printing: Printing,
): string {
  const {computed, follow, where} = sourceOf(property)
  const member = schemaWithin(list._zod.def.element)
  if (!isType(member, 'object')) return `coalesce(${stored},[])`
  if (computed) return `${computed}${printObject(member, printing)}`
  // Edit attributes address a member of a list by its key, which views leave out.
  const properties = propertiesOf(member, printing)
  const members = follow ? [...marksOf(member, printing), ...properties] : ['_key', ...properties]
  // A reference to a missing or unpublished document must not put null among the members.
  const selection = `${stored}[${where ?? (follow ? 'defined(@->)' : '')}]${follow ? '->' : ''}`
  return `coalesce(${selection}{${members.join(',')}},[])`
}
