import {resolve} from 'node:path'
import type {Lake} from '../../createLake.ts'
import {counted} from '../counted.ts'
import {splitName} from '../project/splitName.ts'
import type {Shell} from '../shell.ts'

export interface SeedOptions {
  /** Files, or `NAME=FILE` for another dataset than the first one. */
  seed?: readonly string[] | undefined
  /** Whether to seed a dataset that has documents. */
  replace?: boolean | undefined
  token: string | undefined
}

/**
 * Imports the files of `--seed` into their datasets, if these are empty.
 *
 * @throws CommandError, ImportError
 */
export async function seedDatasets(
  lake: Lake,
  {seed = [], replace = false, token}: SeedOptions,
  {folder, printError}: Pick<Shell, 'folder' | 'printError'>,
): Promise<void> {
  if (seed.length === 0) return
  const [{readSeed}, {importSeed}] = await Promise.all([
    import('./readSeed.ts'),
    import('./importSeed.ts'),
  ])
  const wasEmpty = new Map<string, boolean>()
  for (const each of seed) {
    const [, requested, file = each] = /^([a-z0-9~][\w.-]*)=(.+)$/.exec(each) ?? []
    const {projectId = lake.projectId, dataset: name = lake.dataset} =
      requested === undefined ? {} : splitName(requested)
    const dataset = lake.open({projectId, dataset: name})
    const key = `${projectId}.${name}`
    // Several files may be for one dataset.
    if (!wasEmpty.has(key)) wasEmpty.set(key, dataset.count() === 0)
    if (!replace && wasEmpty.get(key) === false) {
      printError(
        `Not seeded from ${file}: ${key} has ${counted(dataset.count(), 'document')}. To replace those with the same ids, add --replace.`,
      )
      continue
    }
    const parts = readSeed(resolve(folder, file))
    const {documents, assets} = await importSeed(parts, {lake, dataset, name: file, token})
    printError(
      `Seeded ${key} with ${counted(documents, 'document')} and ${counted(assets, 'asset')} from ${file}.`,
    )
  }
}
