import {execFile} from 'node:child_process'
import {readdir} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'

import {builtFolder, packages} from './packages.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')

/**
 * Packs the output of `scripts/build.ts` into one tarball for each package, as it is published.
 *
 * @param folder - existing folder for the tarballs
 * @returns paths of the tarballs
 */
export async function packPackages(folder: string): Promise<string[]> {
  const dists = packages.map((name) => join(root, builtFolder(name)))
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, ...dists])
  return (await readdir(folder)).map((name) => join(folder, name))
}
