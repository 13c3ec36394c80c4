import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {
  exceeded,
  installedTree,
  type InstalledTree,
  type TreeLimits,
} from './support/installedTree.ts'
import {
  installTarballs,
  installTime,
  loaderTarballs,
  type TarballName,
} from './support/installTarballs.ts'

const MB = 1_000_000
const frameworks = /^(?:react|react-dom|sanity|@sanity\/ui|astro|next|styled-components)$/

/** The limits leave room for new versions, not for new dependencies. */
const installs: {name: string; tarballs: readonly TarballName[]; limits: TreeLimits}[] = [
  {
    // 22 packages: 4 are ours, 8 the tree of @sanity/client, 8 the calendar's, groq, ical-generator.
    name: 'a site with the loader',
    tarballs: loaderTarballs,
    limits: {packages: 22, bytes: 26 * MB, without: frameworks},
  },
  {
    // 10 packages, about 11 MB.
    name: 'the calendar alone',
    tarballs: ['touchpoints-calendar'],
    limits: {packages: 10, bytes: 16 * MB, without: /^@sanity\/|^(?:react|sanity|astro|next)$/},
  },
  {
    // 7 packages, 0.7 MB: `npm create` downloads it for one command.
    name: 'the command that creates a project',
    tarballs: ['create-touchpoints'],
    limits: {
      packages: 8,
      bytes: 1.5 * MB,
      without: /^(?:@touchpoints|@sanity|zod|astro|next|react)/,
    },
  },
  {
    // 57 packages, 46.2 MB: sharp's libvips for one platform is 18 MB of it. The geometry of geo::* has 22 small ones.
    name: 'the lake alone',
    tarballs: ['touchpoints-lake'],
    limits: {packages: 60, bytes: 55 * MB, without: frameworks},
  },
]

/** Installs tarballs in an empty folder and measures the result. */
async function install(tarballs: readonly TarballName[]): Promise<InstalledTree> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-limits-'))
  try {
    await writeFile(join(folder, 'package.json'), '{"name": "empty", "type": "module"}\n')
    await installTarballs(folder, tarballs)
    return await installedTree(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

describe('an install stays small', () => {
  test.each(installs)(
    'for $name',
    async ({name, tarballs, limits}) => {
      const tree = await install(tarballs)
      console.log(`${name}: ${tree.packages.length} packages, ${tree.bytes / MB} MB`)
      expect(exceeded(tree, limits)).toEqual([])
    },
    installTime,
  )

  test('and fails with too many packages, too many bytes or a framework', () => {
    const limits = {packages: 2, bytes: 10 * MB, without: frameworks}
    const tree = {packages: ['touchpoints', 'zod'], bytes: 10 * MB}
    expect(exceeded(tree, limits)).toEqual([])
    expect(exceeded({...tree, packages: ['touchpoints', 'zod', 'react']}, limits)).toEqual([
      '3 packages, 2 at most: react, touchpoints, zod',
      'react is not for this package',
    ])
    expect(exceeded({...tree, bytes: 12 * MB}, limits)).toEqual(['12.0 MB, 10.0 MB at most'])
  })
})
