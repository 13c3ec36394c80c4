export {startTestLake} from './startTestLake.ts'
export type {TestClientConfig, TestDataset, TestLake, TestLakeOptions} from './startTestLake.ts'
