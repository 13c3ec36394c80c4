import {basename, resolve} from 'node:path'
import {importSeed} from '../cli/seed/importSeed.ts'
import {readSeed, type SeedPart} from '../cli/seed/readSeed.ts'
import {createLake} from '../createLake.ts'
import type {DatasetName} from '../datasets/datasetName.ts'
import type {StoredDocument} from '../document.ts'
import {serve} from '../serve.ts'

/** Options of `startTestLake` and `lakeTest`. */
export interface TestLakeOptions {
  /** The project ID. Defaults to `test`. */
  projectId?: string
  /**
   * What each dataset starts with: the path of an archive of `sanity dataset export` or of NDJSON, relative to the
   * current folder, or documents with `_id` and `_type`.
   */
  seed?: string | readonly object[]
}

/** Options for `createClient` of `@sanity/client`. Add your own `apiVersion`. */
export interface TestClientConfig extends DatasetName {
  apiHost: string
  useProjectHostname: false
  useCdn: false
}

/** A dataset of its own, for one test. */
export interface TestDataset extends Readonly<DatasetName> {
  /** `http://localhost:<port>`. */
  url: string
  /** Options for `createClient`. */
  config: TestClientConfig
  /** Returns all documents, ordered by id. */
  documents(): readonly StoredDocument[]
  /** Deletes the dataset, which frees its memory. Without it, the dataset stays until the lake stops. */
  remove(): void
}

/** A Content Lake in memory, for tests. */
export interface TestLake {
  /** `http://localhost:<port>`. */
  url: string
  /** Returns a new dataset with the seed. Nothing of it is seen in another. */
  dataset(): Promise<TestDataset>
  /** Stops the lake. */
  close(): Promise<void>
}

/**
 * Starts a Content Lake in memory, on a free port.
 *
 * It needs no test runner. For Vitest, see `@touchpoints/lake/vitest`.
 *
 * @example
 * const lake = await startTestLake({seed: [{_id: 'a', _type: 'post', title: 'Hello'}]})
 * const {config} = await lake.dataset()
 * const client = createClient({...config, apiVersion})
 * await lake.close()
 *
 * @throws CommandError or ImportError, from `dataset()`, for a seed that cannot be imported
 */
export async function startTestLake({
  projectId = 'test',
  seed = [],
}: TestLakeOptions = {}): Promise<TestLake> {
  const lake = createLake({file: ':memory:', projectId, dataset: 'test'})
  const server = await serve(lake, {port: 0})
  const {url} = server
  const parts = lazy(() => readParts(seed))
  let count = 0
  return {
    url,
    async dataset() {
      count += 1
      const dataset = lake.open({projectId, dataset: `test-${count}`})
      const name = typeof seed === 'string' ? basename(seed) : 'seed'
      await importSeed(await parts(), {lake, dataset, name, token: undefined})
      const names = {projectId, dataset: dataset.dataset}
      return {
        ...names,
        url,
        config: {...names, apiHost: url, useProjectHostname: false, useCdn: false},
        documents: () => dataset.documents(),
        remove: () => lake.remove(names),
      }
    },
    async close() {
      await server.close()
      lake.close()
    },
  }
}

/** Reads a seed once for all datasets. */
async function readParts(seed: string | readonly object[]): Promise<readonly SeedPart[]> {
  if (typeof seed === 'string') {
    const parts: SeedPart[] = []
    for await (const part of readSeed(resolve(seed))) parts.push(part)
    return parts
  }
  const text = seed.map((document) => JSON.stringify(document)).join('\n')
  return [{kind: 'documents', file: 'seed', text}]
}

function lazy<Value>(make: () => Value): () => Value {
  let made: {value: Value} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
