import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import type {DocumentData} from '../views/documentData.ts'

/** The views of added fields, by the document type that gets them. */
export type FieldViews = {readonly [Type in DocumentTypeName]?: z.core.$ZodObject}

/** The views of added document types, by the name of the type. */
export type DocumentViews = Readonly<Record<string, z.core.$ZodObject>>

/** The part of a field or a document type of the Studio that a loader needs. */
export interface Named {
  readonly name: string
}

/**
 * What a project adds to the content: fields of the document types, and document types of its own.
 *
 * @typeParam Field - a field of the Studio. `defineExtension` has the type of Sanity, which a site need not install
 * @typeParam DocumentType - a document type of the Studio
 * @typeParam Type - another named type of the Studio
 * @example
 * const titlesOf = ({documents = {}}: Extension) => Object.values(documents).map(({type}) => type.name)
 * titlesOf({documents: {venue: {type: {name: 'venue'}, view: z.object({name: z.string()})}}}) // ['venue']
 */
export interface Extension<
  Fields extends FieldViews = FieldViews,
  Documents extends DocumentViews = DocumentViews,
  Field extends Named = Named,
  DocumentType extends Named = Named,
  Type extends Named = Named,
> {
  /** Added fields, by the document type that gets them. */
  readonly fields?: {readonly [Type in keyof Fields]: FieldsOf<Type, Fields[Type], Field>}
  /** Added document types, by name. */
  readonly documents?: {
    readonly [Name in keyof Documents]: DocumentOf<Documents[Name], DocumentType>
  }
  /** Named types of the Studio that added fields have, such as an object `address`. */
  readonly types?: readonly Type[]
}

/**
 * Fields that a project adds to a document type.
 *
 * @example
 * const view = z.object({level: z.string().nullable()})
 * const added: FieldsOf<'touchpoint', typeof view> = {
 *   fields: [{name: 'level'}],
 *   view,
 *   publish: ({level, title}) => ({extra: {level}, categories: level ? [level, title] : []}),
 * }
 */
export interface FieldsOf<Type, View, Field extends Named = Named> {
  /** Fields of the form in the Studio: what `defineField` returns. */
  readonly fields: readonly Field[]
  /** Tabs of the form, beside those of the type. A field names one as its `group`. */
  readonly groups?: readonly (Named & {readonly title?: string})[]
  /** What the loader returns for them: an object schema of zod or zod/mini. */
  readonly view: View
  /** Rules for documents of the type, beside those of the package. */
  readonly rules?: readonly ExtensionRule[]
  /**
   * Returns what the calendar publishes of a document. For `touchpoint`: its event. For `series`: each event of
   * the series. For `workingGroup`: each event of the group. Values of the touchpoint win, then those of the series.
   * Other documents are in no event.
   *
   * It gets what the loader returns, so it cannot publish what only members may see. When it throws, the event is
   * published without its values, and the document is in `problems`.
   */
  // A method: its parameter may be narrower than the one of `Extension`, which knows no added field.
  publish?(document: DataOf<Type> & OutputOf<View>): Published
}

/**
 * A document type that a project adds.
 *
 * @example
 * const view = z.object({_type: z.literal('venue'), name: z.string()})
 * const venue: DocumentOf<typeof view> = {type: {name: 'venue'}, view, order: 'name asc'}
 */
export interface DocumentOf<View, DocumentType extends Named = Named> {
  /** Document type of the Studio: what `defineType` returns. Its `name` is the key. */
  readonly type: DocumentType
  /** What `loader.read` and collections return: an object schema of zod or zod/mini. */
  readonly view: View
  /** Title of its list in the Studio, such as `Venues`. Defaults to the title of the type. */
  readonly listTitle?: string
  /** GROQ sort keys of lists, such as `name asc`. Defaults to the id. */
  readonly order?: string
  /** Rules for documents of the type. */
  readonly rules?: readonly ExtensionRule[]
}

/**
 * What the calendar publishes of a document, beside what it publishes anyway. Texts have no markup.
 *
 * @example
 * const published: Published = {
 *   extra: {venue: 'Library', seats: 40},
 *   location: 'Library, Main street 1',
 *   categories: ['beginner'],
 *   properties: {'X-LEVEL': 'beginner'},
 * }
 */
export interface Published {
  /**
   * Values for `extra` of the event in `events.json`, at most 4,000 characters as JSON. A name has letters, digits,
   * hyphens and `_`. Undefined and null are left out.
   */
  readonly extra?: Readonly<Record<string, JsonValue | undefined>> | undefined
  /** Place of the event, one line, in every output. It comes before the place in a feed. */
  readonly location?: string | undefined
  /** Topics of the event, beside its own: CATEGORIES in iCalendar files (RFC 5545 section 3.8.1.2), tags in feeds. */
  readonly categories?: readonly string[] | undefined
  /** Non-standard properties of the event in iCalendar files (RFC 5545 section 3.8.8.2), such as `X-LEVEL`. */
  readonly properties?:
    | Readonly<Record<`X-${string}`, string | number | null | undefined>>
    | undefined
}

/**
 * A value that JSON can express.
 *
 * @example
 * const place: JsonValue = {name: 'Library', floors: [0, 1], open: true}
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | {readonly [name: string]: JsonValue | undefined}

/**
 * A rule of a project. The Studio shows its findings, `touchpoints check` prints them, and a loader with
 * `rules: rulesWith(extension)` has them in its problems.
 *
 * @example
 * const capacity: ExtensionRule = {
 *   code: 'venue-capacity',
 *   check: ({capacity}) =>
 *     capacity === 0 ? [{level: 'error', path: ['capacity'], message: 'A venue has seats.'}] : [],
 * }
 */
export interface ExtensionRule {
  /** Code of its findings: lower-case words with hyphens, such as `venue-capacity`. */
  readonly code: string
  /** Returns what is wrong with a document. In a draft, any field can be missing or have the wrong type. */
  check(
    document: {readonly _id: string; readonly _type: string; readonly [field: string]: unknown},
    facts: {now: string},
  ): readonly ExtensionFinding[]
}

/**
 * What a rule of a project reports.
 *
 * @example
 * const finding: ExtensionFinding = {level: 'warning', path: ['address'], message: 'Add the city.'}
 */
export interface ExtensionFinding {
  /** An error blocks publishing. */
  readonly level: 'error' | 'warning' | 'info'
  /** Path of the value. Empty for the document as a whole. */
  readonly path: readonly (string | number | {_key: string})[]
  /** What is wrong, why it matters and what to do, for an editor. */
  readonly message: string
}

/**
 * The types that a loader returns for the added fields, by document type.
 *
 * @example
 * const view = z.object({level: z.string().nullable()})
 * const added: Added<{touchpoint: typeof view}> = {touchpoint: {level: 'beginner'}}
 */
export type Added<Fields extends FieldViews> = {
  readonly [Type in keyof Fields]: OutputOf<Fields[Type]>
}

/** No added field. */
export type NothingAdded = Readonly<Record<never, never>>

type OutputOf<View> = View extends z.core.$ZodType ? z.core.output<View> : unknown

type DataOf<Type> = Type extends keyof DocumentData ? DocumentData[Type] : unknown

/**
 * The data of a loader with the added fields, at every depth. A complete document has its type in `_type`, and
 * `updatedAt`; what other documents say about one, such as `GroupReference`, gets no field.
 *
 * @example
 * type Session = Extended<Touchpoint, {touchpoint: {level: string | null}}>
 * const levelOf = ({level}: Session): string => level ?? 'all levels'
 */
export type Extended<Value, Extra> = [keyof Extra] extends [never] ? Value : Within<Value, Extra>

type Within<Value, Extra> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly unknown[]
    ? {[Index in keyof Value]: Within<Value[Index], Extra>}
    : Value extends object
      ? {[Name in keyof Value]: Within<Value[Name], Extra>} & AddedTo<Value, Extra>
      : Value

type AddedTo<Value, Extra> = Value extends {
  _type: infer Type extends keyof Extra
  updatedAt: string
}
  ? Extra[Type]
  : unknown

/**
 * A document of a loader with the fields of an extension: the type for a function or a component.
 *
 * @example
 * const extension = defineExtension({
 *   fields: {
 *     touchpoint: {
 *       fields: [{name: 'level', type: 'string'}],
 *       view: z.object({level: z.string().nullable()}),
 *     },
 *   },
 * })
 * type Session = ExtendedDocument<typeof extension, 'touchpoint'>
 * const levelOf = ({level}: Session): string => level ?? 'all levels'
 */
export type ExtendedDocument<Declared, Type extends keyof DocumentData> = Declared extends {
  readonly fields?: infer Fields
}
  ? Extended<DocumentData[Type], AddedBy<NonNullable<Fields>>>
  : DocumentData[Type]

type AddedBy<Fields> = {
  readonly [Type in keyof Fields]: Fields[Type] extends {readonly view: infer View}
    ? OutputOf<View>
    : unknown
}
