import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {inject} from 'vitest'

const run = promisify(execFile)

/** Bounds against hanging, in milliseconds. */
export const installTime = 400_000

/**
 * Installs what a folder's package.json asks for, and the package from its tarball. Scripts of strangers
 * are not needed to run it, and what the project itself has installed comes from npm's cache.
 */
export async function installTarball(folder: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  const args = ['install', ...quiet, inject('tarball')]
  await run('npm', args, {cwd: folder, timeout: installTime, maxBuffer: 64 * 1024 * 1024})
}
