export {findDrift, type Drift, type DriftOptions} from './findDrift.ts'
