import {once} from 'node:events'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer, type RequestListener} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {packTar, type TarEntry} from 'modern-tar'

import {importSources} from '../../../cli/import.ts'
import {defaultImportLimits, type ImportLimits} from '../../../cli/import/importLimits.ts'
import {createLake, serve} from '../../../lake/index.ts'
import {commandLine} from '../../support/commandLine.ts'

interface RunOptions {
  allowHosts?: readonly string[]
  limits?: Partial<ImportLimits>
  temporaryFolder?: string
}

/** Starts an empty lake and a folder for files. */
export async function importSetup() {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  const lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const server = await serve(lake, {port: 0})
  const run = commandLine(folder, {SANITY_API_HOST: server.url})
  return {
    lake,
    folder,
    url: server.url,
    run: (...args: string[]) => run(['import', ...args]),
    /** Runs without a Content Lake: nothing listens there. */
    runOffline: (...args: string[]) =>
      commandLine(folder, {SANITY_API_HOST: 'http://127.0.0.1:9'})(['import', ...args]),
    /** Imports with other options. Returns the error, or `imported`. */
    runWith: async (
      file: string,
      {allowHosts = [], limits = {}, temporaryFolder = tmpdir()}: RunOptions = {},
    ): Promise<string> => {
      const shell = {
        env: {SANITY_API_HOST: server.url},
        folder,
        writeOutput: () => {},
        writeError: () => {},
        isTerminal: {output: false, error: false},
        stopSignal: () => new AbortController().signal,
        fail: () => {},
      }
      const request = {
        sources: [file],
        operation: undefined,
        allowHosts,
        extension: undefined,
        next: {kind: 'accept'},
        asOf: '2026-01-01',
        out: undefined,
        force: false,
        base: undefined,
        fromPlan: undefined,
      } as const
      const door = {limits: {...defaultImportLimits, ...limits}, temporaryFolder}
      return importSources(request, shell, door).then(() => 'imported', String)
    },
    write: (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content),
    close: async () => {
      await server.close()
      lake.close()
      await rm(folder, {recursive: true})
    },
  }
}

export type ImportSetup = Awaited<ReturnType<typeof importSetup>>

/** Returns a guest with every required field. */
export function person(id: string) {
  return {_id: id, _type: 'guest', name: id, slug: {_type: 'slug', current: id}}
}

/** Returns documents as NDJSON. */
export function ndjson(...documents: object[]): string {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join('')
}

/** Returns a `.tar.gz` archive of these entries. A text is a regular file. */
export async function archiveOf(
  entries: Record<string, string | Uint8Array | Partial<TarEntry['header']>>,
): Promise<Uint8Array> {
  const packed = Object.entries(entries).map(([name, content]): TarEntry => {
    if (typeof content === 'string' || content instanceof Uint8Array) {
      return {header: {name, size: Buffer.byteLength(content), type: 'file'}, body: content}
    }
    return {header: {name, size: 0, ...content}}
  })
  return gzipSync(await packTar(packed))
}

/** Starts a server that counts the requests it gets. */
export async function countingServer(answer: RequestListener) {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port.')
  return {
    host: `127.0.0.1:${address.port}`,
    paths,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
