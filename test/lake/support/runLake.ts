import type {ClientConfig} from '@sanity/client'
import {createLake, serve, type LakeOptions} from '../../../lake/index.ts'
import {lakeClient} from '../../support/lakeClient.ts'

/** Starts a lake over HTTP for a test. By default it is empty and in memory. */
export async function runLake({port = 0, ...options}: Partial<LakeOptions & {port: number}> = {}) {
  const lake = createLake({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    ...options,
  })
  const server = await serve(lake, {port})
  const clientWith = (config: ClientConfig = {}) =>
    lakeClient(server.url, {projectId: lake.projectId, dataset: lake.dataset, ...config})
  return {
    lake,
    url: server.url,
    port: server.port,
    /** A client with default options. */
    client: clientWith(),
    clientWith,
    close: async () => {
      await server.close()
      lake.close()
    },
  }
}
