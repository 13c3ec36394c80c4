import type {SingletonTypeName} from '@touchpoints/schemas/registry'
import type {DocumentPluginOptions} from 'sanity'

/**
 * Limits a document type to one document, with the type's name as its id.
 *
 * Removes the actions that create, duplicate, delete or unpublish it. Without the document, the site
 * would have no page.
 */
export function singleton(type: SingletonTypeName): DocumentPluginOptions {
  const allowed = new Set(['publish', 'discardChanges', 'restore'])
  return {
    actions: (actions, context) =>
      context.schemaType === type
        ? actions.filter(({action}) => action !== undefined && allowed.has(action))
        : actions,
    newDocumentOptions: (options) => options.filter(({templateId}) => templateId !== type),
  }
}
