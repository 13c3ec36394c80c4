import {pathText} from '@touchpoints/schemas/path-text'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import {checkExtendedDataset} from '@touchpoints/schemas/rules'

import type {Extension} from '../extension/extension.ts'
import type {DocumentRules} from './rulesPort.ts'

/**
 * Returns the rules of the package and those of an extension, as an option of a loader. They check the documents of
 * added types too.
 *
 * @example
 * const loader = createLoader({projectId, dataset, extension, rules: rulesWith(extension)})
 */
export function rulesWith(extension: Extension): DocumentRules {
  return {
    types: [...documentTypeNames, ...Object.keys(extension.documents ?? {})],
    check: (documents, {now}) =>
      checkExtendedDataset(documents, {now, extension}).map(({path, ...finding}) => ({
        ...finding,
        path: pathText(path),
      })),
  }
}
