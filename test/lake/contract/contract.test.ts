import {describe} from 'vitest'
import {actionContract} from './actionContract.ts'
import {liveContract} from './liveContract.ts'
import {mutationContract} from './mutationContract.ts'
import {queryContract} from './queryContract.ts'
import {releaseContract} from './releaseContract.ts'
import {hostedSkipReason, hostedTarget, localTarget} from './target.ts'
import {variantContract} from './variantContract.ts'

// One suite for two lakes: it proves that the embedded lake works like the hosted one.
describe('the embedded lake', () => {
  mutationContract(localTarget)
  actionContract(localTarget)
  queryContract(localTarget)
  liveContract(localTarget)
  releaseContract(localTarget)
  variantContract(localTarget)
})

if (hostedSkipReason)
  console.log(`Skipped the contract of the hosted Content Lake: ${hostedSkipReason}.`)

describe.skipIf(hostedSkipReason)('the hosted Content Lake', () => {
  mutationContract(hostedTarget)
  actionContract(hostedTarget)
  queryContract(hostedTarget)
  liveContract(hostedTarget)
  releaseContract(hostedTarget)
  variantContract(hostedTarget)
})
