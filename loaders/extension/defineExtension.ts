import type {DocumentDefinition, FieldDefinition} from '@sanity/types'

import type {DocumentViews, Extension, FieldViews} from './extension.ts'

/**
 * Declares the fields and document types that a project adds. Pass the result to `createLoader`, to the Studio
 * and to `touchpoints check`, and all of them know the added content.
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
>(
  extension: Extension<Fields, Documents, FieldDefinition, DocumentDefinition>,
): Extension<Fields, Documents, FieldDefinition, DocumentDefinition> {
  return extension
}
