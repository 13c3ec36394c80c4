import {createClient, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {suiteOffset} from '../../support/clock/suiteClock.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {runLake} from '../support/runLake.ts'

/** A Content Lake to hold to the contract. */
export interface Target {
  client: SanityClient
  /** Starts every id of this run, so that runs on one dataset do not meet. */
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

/** Why the hosted service is not held to the contract in this run; undefined when it is. */
export const hostedMissing = missing()

function missing(): string | undefined {
  if (!projectId || !dataset || !token) {
    return 'TOUCHPOINTS_CONTRACT_PROJECT_ID, TOUCHPOINTS_CONTRACT_DATASET and TOUCHPOINTS_CONTRACT_TOKEN (one that may write) are not set'
  }
  // What is scheduled within the hour of another date is long over there, or years ahead.
  return suiteOffset(process.env) === 0
    ? undefined
    : 'the hosted service has the real date: set TOUCHPOINTS_TEST_DATE to "now"'
}

/** A hosted dataset of one's own. What the suite makes there it deletes. */
export async function hostedTarget(): Promise<Target> {
  if (!projectId || !dataset || !token) throw new Error(hostedMissing)
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
