import {pathText} from '@touchpoints/schemas/path-text'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import {checkDataset} from '@touchpoints/schemas/rules'

import type {DocumentRules} from './rulesPort.ts'

/**
 * The rules of the Studio and of `touchpoints check`, as an option of a loader. The `problems` of
 * `meetingsPage()` then include contradictions between documents.
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
