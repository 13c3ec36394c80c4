export {checkDataset} from '../../schemas/rules/index.ts'
export {datasetRules} from './datasetRules.ts'
