import {createClient, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {suiteOffset} from '../../support/clock/suiteClock.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {runLake} from '../support/runLake.ts'

/** A Content Lake to test. */
export interface Target {
  client: SanityClient
  /** The prefix of every id in this run, so that runs on one dataset do not collide. */
  prefix: string
  close(): Promise<void>
}

/** The embedded lake, empty and in memory, over HTTP. */
export async function localTarget(): Promise<Target> {
  const {clientWith, close} = await runLake({projectId: 'contract'})
  return {client: clientWith({apiVersion, token: 'any'}), prefix: 'contract-', close}
}

const {
  TOUCHPOINTS_CONTRACT_PROJECT_ID: projectId,
  TOUCHPOINTS_CONTRACT_DATASET: dataset,
  TOUCHPOINTS_CONTRACT_TOKEN: token,
} = process.env

/** Why this run skips the hosted service. Undefined if it does not. */
export const hostedSkipReason = skipReason()

function skipReason(): string | undefined {
  if (!projectId || !dataset || !token) {
    return 'TOUCHPOINTS_CONTRACT_PROJECT_ID, TOUCHPOINTS_CONTRACT_DATASET and TOUCHPOINTS_CONTRACT_TOKEN (with write permission) are not set'
  }
  // With another date, a release that is scheduled for the next hour would be years away there.
  return suiteOffset(process.env) === 0
    ? undefined
    : 'the hosted service uses the real date: set TOUCHPOINTS_TEST_DATE to "now"'
}

/** A hosted dataset. The suite deletes the documents that it creates. */
export async function hostedTarget(): Promise<Target> {
  if (!projectId || !dataset || !token) throw new Error(hostedSkipReason)
  const client = createClient({projectId, dataset, token, useCdn: false, apiVersion})
  const prefix = `contract-${testNow().getTime().toString(36)}-`
  return {
    client,
    prefix,
    async close() {
      const query = `*[string::startsWith(_id, $prefix) || string::startsWith(_id, "drafts." + $prefix)]`
      await client.delete({query, params: {prefix}})
    },
  }
}
