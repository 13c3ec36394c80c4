import type {Lake} from '../../createLake.ts'
import type {Shell} from '../shell.ts'

export interface SeedOptions {
  seed?: readonly string[] | undefined
  replace?: boolean | undefined
  token: string | undefined
}

/** Imports the files of `--seed` into their datasets. */
export async function seedDatasets(lake: Lake, options: SeedOptions, shell: Shell): Promise<void> {
  void [lake, options, shell]
}
