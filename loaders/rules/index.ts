export {checkDataset} from '../../schemas/rules/index.ts'
export {datasetRules} from './datasetRules.ts'
export type {DocumentRules, RuleFinding} from './rulesPort.ts'
