import {createLake, serve} from '../../lake/index.ts'
import type {DatasetName} from '../../lake/datasets/datasetName.ts'

/** The token of every suite. The lake is empty, in memory, and only this machine can reach it. */
export const suiteToken = 'token-of-the-contract-suites'

/** Starts an empty lake in memory, with a token as the hosted service requires one. Stops it at the end of its scope. */
export async function startLake(name: DatasetName, port = 0) {
  const lake = createLake({
    file: ':memory:',
    ...name,
    tokens: [{token: suiteToken, role: 'write', name: 'Contract suite'}],
  })
  const server = await serve(lake, {port})
  return {
    url: server.url,
    async [Symbol.asyncDispose]() {
      await server.close()
      lake.close()
    },
  }
}
