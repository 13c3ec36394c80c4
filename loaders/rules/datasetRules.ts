import {pathText} from '@touchpoints/schemas/path-text'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import {checkDataset} from '@touchpoints/schemas/rules'

import type {DocumentRules} from './rulesPort.ts'

/**
 * The rules that the Studio and `touchpoints check` ask, for a loader: its page's `problems` then tell
 * what contradicts what, beside what breaks its format.
 *
 * @example
 * const loader = createLoader({projectId, dataset, rules: datasetRules})
 */
export const datasetRules: DocumentRules = {
  types: documentTypeNames,
  check: (documents, {now}) =>
    checkDataset(documents, {now}).map(({path, ...finding}) => ({
      ...finding,
      path: pathText(path),
    })),
}
