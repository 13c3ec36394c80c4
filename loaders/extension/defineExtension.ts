import type {DocumentDefinition, FieldDefinition, IntrinsicDefinitions} from '@sanity/types'

import {checkExtension} from './checkExtension.ts'
import type {DocumentViews, Extension, FieldViews} from './extension.ts'

/**
 * An extension with the fields and types of a Studio: what `defineExtension` returns.
 *
 * @example
 * const fieldsOf = ({fields = {}}: StudioExtension) => fields.touchpoint?.fields.map(({name}) => name)
 * fieldsOf(defineExtension({})) // undefined
 */
export type StudioExtension<
  Fields extends FieldViews = FieldViews,
  Documents extends DocumentViews = DocumentViews,
> = Extension<
  Fields,
  Documents,
  FieldDefinition,
  DocumentDefinition,
  IntrinsicDefinitions[keyof IntrinsicDefinitions]
>

/**
 * Declares the fields and document types that a project adds. Pass the result to `createLoader`, to the Studio
 * and to `touchpoints check`, and all of them know the added content.
 *
 * @throws ConfigurationError when a name in it is unknown or already used, and when a view can't read what is stored
 *
 * @example
 * export const extension = defineExtension({
 *   fields: {
 *     touchpoint: {
 *       fields: [{name: 'level', type: 'string', options: {list: ['beginner', 'advanced']}}],
 *       view: z.object({level: z.nullable(z.enum(['beginner', 'advanced']))}),
 *     },
 *   },
 * })
 */
export function defineExtension<
  const Fields extends FieldViews = Readonly<Record<never, never>>,
  const Documents extends DocumentViews = Readonly<Record<never, never>>,
>(extension: StudioExtension<Fields, Documents>): StudioExtension<Fields, Documents>
// The checks need no type of an added field.
export function defineExtension(extension: StudioExtension): StudioExtension {
  checkExtension(extension)
  return extension
}
