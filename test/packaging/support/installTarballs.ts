import {execFile} from 'node:child_process'
import {basename} from 'node:path'
import {promisify} from 'node:util'
import {inject} from 'vitest'

const run = promisify(execFile)

/** Timeout of an install, in milliseconds. */
export const installTime = 400_000

/** Name of a package's tarball, without the version. */
export type TarballName =
  | 'touchpoints'
  | 'create-touchpoints'
  | `touchpoints-${'calendar' | 'cli' | 'elements' | 'importers' | 'lake' | 'schemas' | 'site' | 'studio' | 'words'}`

/** Our packages that `npm install touchpoints` installs. */
export const loaderTarballs = [
  'touchpoints',
  'touchpoints-calendar',
  'touchpoints-schemas',
  'touchpoints-words',
] as const satisfies TarballName[]

/**
 * Installs the dependencies of a folder's package.json, and our packages from their tarballs. Runs no install
 * scripts, and reads packages that the project also uses from npm's cache.
 */
export function installTarballs(folder: string, names: readonly TarballName[]): Promise<void> {
  return installPacked(folder, inject('tarballs'), names)
}

/** The same, for the setup that provides the tarballs. */
export async function installPacked(
  folder: string,
  tarballs: readonly string[],
  names: readonly TarballName[],
): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  const args = ['install', ...quiet, ...names.map((name) => tarballOf(name, tarballs))]
  await run('npm', args, {cwd: folder, timeout: installTime, maxBuffer: 64 * 1024 * 1024})
}

function tarballOf(name: TarballName, tarballs: readonly string[]): string {
  const path = tarballs.find((each) => basename(each).replace(/-\d.*$/, '') === name)
  if (path === undefined) throw new Error(`No tarball of ${name} was packed`)
  return path
}
