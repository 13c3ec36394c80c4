import type {SingletonTypeName} from '@touchpoints/schemas/registry'
import type {DocumentPluginOptions} from 'sanity'

/**
 * A document type of which there is one, with the type's name as its id: it cannot be created anew,
 * duplicated, or deleted. Unpublishing it would leave the site without its page, so that goes too.
 */
export function singleton(type: SingletonTypeName): DocumentPluginOptions {
  const kept = new Set(['publish', 'discardChanges', 'restore'])
  return {
    actions: (actions, context) =>
      context.schemaType === type
        ? actions.filter(({action}) => action !== undefined && kept.has(action))
        : actions,
    newDocumentOptions: (options) => options.filter(({templateId}) => templateId !== type),
  }
}
