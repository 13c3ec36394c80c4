import {createClient, type SanityClient} from '@sanity/client'
import {createLake, serve} from '@touchpoints/lake'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {findComments} from './commentsDataset.ts'
import {type Fingerprints, readFingerprints} from './fingerprints.ts'
import {loadArchive} from './loadArchive.ts'

/** What an archive must have: each of these, with this content. */
export interface Expected {
  documents: Fingerprints
  /** Undefined if the dataset has no comments and tasks. */
  comments: Fingerprints | undefined
}

/** What a restored archive has, and what it should have but has not. */
export interface Verification {
  documents: number
  /** Comments and tasks. */
  comments: number
  /** Ids of documents and assets that are missing or differ. */
  wrong: string[]
}

/**
 * Restores an archive into a lake in memory, and compares it with what it was made from.
 *
 * @param client - of the dataset. Comments contain its names
 * @throws CliError when the archive is damaged
 */
export async function verifyArchive(
  file: string,
  expected: Expected,
  {client: source, signal}: {client: Pick<SanityClient, 'config'>; signal: AbortSignal},
): Promise<Verification> {
  const {projectId = '', dataset = ''} = source.config()
  const names = {projectId, dataset}
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
    const log = () => {}
    await loadArchive(file, {client, log, signal})
    const restored = await readFingerprints(client)
    const comments = await findComments(client, log)
    const restoredComments = comments ? await readFingerprints(comments) : new Map()
    const wrong = [
      ...missing(expected.documents, restored),
      ...missing(expected.comments ?? new Map(), restoredComments),
    ]
    return {documents: restored.size, comments: restoredComments.size, wrong}
  } finally {
    await server.close()
    lake.close()
  }
}

function missing(expected: Fingerprints, restored: Fingerprints): string[] {
  return [...expected].flatMap(([id, hash]) => (restored.get(id) === hash ? [] : [id]))
}
