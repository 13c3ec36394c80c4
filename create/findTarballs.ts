import {readdir} from 'node:fs/promises'
import {relative, sep} from 'node:path'

import {CreateError} from './CreateError.ts'

/**
 * Returns the tarballs of our packages in a folder by the name of the package, as `file:` addresses that are relative
 * to the project.
 *
 * @param names - packages that the project needs
 * @throws CreateError when the folder lacks one of them
 */
export async function findTarballs(
  packagesFolder: string,
  projectFolder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(packagesFolder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CreateError('packages', `Could not read --packages ${packagesFolder} (${reason}).`, {
      cause: error,
    })
  })
  const address = relative(projectFolder, packagesFolder).split(sep).join('/')
  return new Map(
    names.map((name) => {
      const stem = name.replace(/^@/, '').replace('/', '-')
      const file = files.find((each) => each.replace(/-\d.*\.tgz$/, '') === stem)
      if (file !== undefined) return [name, `file:${address}/${file}`] as const
      throw new CreateError(
        'packages',
        `${packagesFolder} has no tarball of ${name}. Run \`npm run pack\` in a clone of touchpoints, and use its folder packed/.`,
      )
    }),
  )
}
