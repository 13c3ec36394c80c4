import {createClient} from '@sanity/client'
import {createLake, serve} from '@touchpoints/lake'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {type Fingerprints, readFingerprints} from './fingerprints.ts'
import {loadArchive} from './loadArchive.ts'

/** What a restored archive has, and what it should have but has not. */
export interface Verification {
  documents: number
  /** Ids of documents and assets that are missing or differ. */
  wrong: string[]
}

/**
 * Restores an archive into a lake in memory, and compares it with what it was made from.
 *
 * @param expected - each must be in the archive with this content
 * @throws CliError when the archive is damaged
 */
export async function verifyArchive(
  file: string,
  expected: Fingerprints,
  signal: AbortSignal,
): Promise<Verification> {
  const names = {projectId: 'verification', dataset: 'backup'}
  const lake = createLake({file: ':memory:', ...names})
  const server = await serve(lake, {port: 0})
  try {
    const client = createClient({
      ...names,
      apiVersion,
      apiHost: `http://127.0.0.1:${server.port}`,
      useProjectHostname: false,
      useCdn: false,
      // The importer rejects a client without a token. The lake requires none.
      token: 'none',
    })
    await loadArchive(file, {client, log: () => {}, signal})
    const restored = await readFingerprints(client)
    const wrong = [...expected].flatMap(([id, hash]) => (restored.get(id) === hash ? [] : [id]))
    return {documents: restored.size, wrong}
  } finally {
    await server.close()
    lake.close()
  }
}
