import {describe} from 'vitest'
import {actionContract} from './actionContract.ts'
import {liveContract} from './liveContract.ts'
import {mutationContract} from './mutationContract.ts'
import {queryContract} from './queryContract.ts'
import {releaseContract} from './releaseContract.ts'
import {hostedMissing, hostedTarget, localTarget} from './target.ts'

// One suite, two lakes: what the embedded one promises is what the hosted one does.
describe('the embedded lake', () => {
  mutationContract(localTarget)
  actionContract(localTarget)
  queryContract(localTarget)
  liveContract(localTarget)
  releaseContract(localTarget)
})

if (hostedMissing)
  console.log(`The hosted Content Lake is not held to the contract: ${hostedMissing}.`)

describe.skipIf(hostedMissing)('the hosted Content Lake', () => {
  mutationContract(hostedTarget)
  actionContract(hostedTarget)
  queryContract(hostedTarget)
  liveContract(hostedTarget)
  releaseContract(hostedTarget)
})
