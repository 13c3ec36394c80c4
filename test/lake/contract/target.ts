import {createClient, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
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
export const hostedMissing =
  projectId && dataset && token
    ? undefined
    : 'TOUCHPOINTS_CONTRACT_PROJECT_ID, TOUCHPOINTS_CONTRACT_DATASET and TOUCHPOINTS_CONTRACT_TOKEN (one that may write) are not set'

/** A hosted dataset of one's own. What the suite makes there it deletes. */
export async function hostedTarget(): Promise<Target> {
  if (!projectId || !dataset || !token) throw new Error(hostedMissing)
  const client = createClient({projectId, dataset, token, useCdn: false, apiVersion})
  const prefix = `contract-${Date.now().toString(36)}-`
  return {
    client,
    prefix,
    async close() {
      const query = `*[string::startsWith(_id, $prefix) || string::startsWith(_id, "drafts." + $prefix)]`
      await client.delete({query, params: {prefix}})
    },
  }
}
