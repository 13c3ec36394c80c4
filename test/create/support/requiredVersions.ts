import {join} from 'node:path'

import {readManifest, root} from '../../support/workspaces.ts'

/** Manifests with versions that a test of this repository runs: the root, the example in Next, and the site. */
const manifests = ['.', 'examples/next', 'site'].map((folder) => readManifest(join(root, folder)))

/** Returns the version of each package that this repository is tested with, where it names one. */
export function requiredVersions(names: readonly string[]): Record<string, unknown> {
  const named: Record<string, unknown>[] = manifests.flatMap(
    ({dependencies, devDependencies, overrides}) => [
      Object(dependencies),
      Object(devDependencies),
      Object(overrides),
    ],
  )
  return Object.fromEntries(
    names.map((name) => [name, named.map((each) => each[name]).find((each) => each !== undefined)]),
  )
}
