export {checkDataset} from '@touchpoints/schemas/rules'
export {datasetRules} from './datasetRules.ts'
export {rulesWith} from './rulesWith.ts'
