import {documentTypeNames} from '@touchpoints/schemas/registry'

import {ConfigurationError} from '../errors.ts'
import type {Extension} from './extension.ts'
import {ownViews} from './ownViews.ts'
import {requireOpenObjects} from './requireOpenObjects.ts'

/**
 * Compares the views of added fields with those of the package. `defineExtension` has checked them by themselves.
 *
 * @throws ConfigurationError when a view of the package has a property of the same name, which would be replaced, and
 * for a strict object
 */
export function checkAddedViews({fields = {}}: Extension): void {
  for (const type of documentTypeNames) {
    const view = fields[type]?.view
    if (!view) continue
    const own = ownViews[type]._zod.def.shape
    const taken = Object.keys(view._zod.def.shape).find((name) => name in own)
    if (taken !== undefined) {
      throw new ConfigurationError(
        `extension.fields.${type}.view.${taken}`,
        `${type} already has "${taken}" in its view. Give the added property another name.`,
      )
    }
    requireOpenObjects(`extension.fields.${type}.view`, view)
  }
}
