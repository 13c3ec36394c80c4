export {lakeTest} from './lakeTest.ts'
export type {LakeFixtures} from './lakeTest.ts'
export type {TestClientConfig, TestDataset, TestLake, TestLakeOptions} from '../testing/index.ts'
