import {readdir} from 'node:fs/promises'
import {join} from 'node:path'

import {CreateError} from './CreateError.ts'

/** The tarball of one of our packages. */
export interface Tarball {
  /** Absolute path of the file. */
  file: string
  /** Path of its copy in the project. */
  path: string
}

/** Folder of a project for copies of tarballs. It is in git, so that the project installs on every machine. */
export const tarballFolder = 'packages'

/**
 * Returns the tarballs of our packages in a folder by the name of the package.
 *
 * @param names - packages that the project needs
 * @throws CreateError when the folder lacks one of them
 */
export async function findTarballs(
  packagesFolder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Tarball>> {
  const files = await readdir(packagesFolder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CreateError('packages', `Could not read --packages ${packagesFolder} (${reason}).`, {
      cause: error,
    })
  })
  // The newest version is the last one.
  const sorted = files.toSorted((a, b) => a.localeCompare(b, 'en', {numeric: true}))
  return new Map(
    names.map((name) => {
      const file = sorted.findLast((each) => each.replace(/-\d.*\.tgz$/, '') === tarballName(name))
      if (file !== undefined) {
        return [name, {file: join(packagesFolder, file), path: `${tarballFolder}/${file}`}] as const
      }
      throw new CreateError(
        'packages',
        `${packagesFolder} has no tarball of ${name}. Run \`npm run pack\` in a clone of touchpoints, and use its folder packed/.`,
      )
    }),
  )
}

/**
 * Returns the name that `npm pack` gives the tarball of a package, without the version.
 *
 * @example tarballName('@touchpoints/lake') // 'touchpoints-lake'
 */
export function tarballName(name: string): string {
  return name.replace(/^@/, '').replace('/', '-')
}
