import {resolve} from 'node:path'
import type {Lake, LakeDataset} from '../../createLake.ts'
import {counted} from '../counted.ts'
import {datasetKey} from '../../datasets/datasetName.ts'
import {CommandError} from '../CommandError.ts'
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
  // All names first: a wrong one changes nothing.
  for (const {file, dataset} of seed.map((each) => targetOf(each, lake))) {
    const key = datasetKey(dataset)
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

interface Target {
  file: string
  dataset: LakeDataset
}

/** @throws CommandError for a dataset that the lake does not have, because a wrong name must not create one */
function targetOf(seed: string, lake: Lake): Target {
  const [, requested, file = seed] = /^([a-z0-9~][\w.-]*)=(.+)$/.exec(seed) ?? []
  if (requested === undefined) return {file, dataset: lake}
  const name = {projectId: lake.projectId, ...splitName(requested)}
  const dataset = lake.find(name)
  if (dataset) return {file, dataset}
  const known = lake.datasets().filter(({addonFor}) => addonFor === undefined)
  throw new CommandError(
    'seed',
    `Could not seed from ${file}: the lake has no dataset ${datasetKey(name)}. It has ${known.map(datasetKey).join(', ')}. Use one of these, or add --dataset ${requested} to create it. Name the other datasets with --dataset too then.`,
  )
}
