import type {DocumentRules} from './rulesPort.ts'
import {rulesWith} from './rulesWith.ts'

/**
 * The rules of the Studio and of `touchpoints check`, as an option of a loader. The `problems` of
 * `meetingsPage()` then include contradictions between documents.
 *
 * @example
 * const loader = createLoader({projectId, dataset, rules: datasetRules})
 */
export const datasetRules: DocumentRules = rulesWith({})
