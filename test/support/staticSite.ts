import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'

import type {BuiltSite} from './builtSite.ts'
import {cleanEnvironment} from './siteServer.ts'
import {root} from './workspaces.ts'

const data = join(root, '.touchpoints')

/**
 * Builds the site as files, in a folder that is removed at the end of its scope.
 *
 * The folder is in the repository: Astro runs the pages from a folder beside their files, and they import packages.
 *
 * @throws Error with the output of a build that fails
 */
export async function buildStaticSite(
  env: Record<string, string> & {SITE_URL: string},
): Promise<BuiltSite & AsyncDisposable> {
  mkdirSync(data, {recursive: true})
  const folder = mkdtempSync(join(data, 'static-'))
  const remove = () => rmSync(folder, {recursive: true, force: true})
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  const site = join(folder, 'site')
  try {
    await promisify(execFile)(
      process.execPath,
      [astro, 'build', '--root', 'site', '--outDir', site],
      {
        cwd: root,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...buildEnvironment(),
          TOUCHPOINTS_OUTPUT: 'static',
          TOUCHPOINTS_DATA: join(folder, 'data'),
          ...env,
        },
      },
    )
  } catch (error) {
    remove()
    throw error
  }
  return {
    folder: site,
    siteUrl: env.SITE_URL,
    [Symbol.asyncDispose]: () => Promise.resolve(remove()),
  }
}

/** Returns the environment of a build, without the variables of the test runner: Astro builds for tests while they are set. */
export function buildEnvironment(): Record<string, string | undefined> {
  const own = new Set(['TEST', 'MODE', 'PROD', 'DEV', 'SSR', 'BASE_URL'])
  return Object.fromEntries(
    Object.entries(cleanEnvironment()).filter(
      ([name]) => !own.has(name) && !name.startsWith('VITEST'),
    ),
  )
}
