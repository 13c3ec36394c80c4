import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import {promisify} from 'node:util'
import {inject} from 'vitest'

import {freePorts} from '../../browser/support/freePorts.ts'
import {createLine} from '../../support/createLine.ts'
import {cleanEnvironment} from '../../support/siteServer.ts'
import {installTime} from './installTarballs.ts'
import {startGroup} from './processGroup.ts'

const run = promisify(execFile)

/** Creates a project as `npm create` does: from the tarball, in an empty folder outside of this repository. */
export async function createdProject(framework: string) {
  const place = await mkdtemp(join(tmpdir(), 'touchpoints-created-'))
  const tarballs = inject('tarballs')
  const own = tarballs.find((path) => basename(path).startsWith('create-touchpoints-')) ?? ''
  const flags = ['--name', 'Friends of Maps', '--zone', 'Europe/Paris', '--languages', 'en,de']
  // The words of the documentation, with other folders.
  const [npm = '', ...args] = createLine
    .replaceAll('./packed', dirname(own))
    .replace('../my-community', 'friends-of-maps')
    .split(' ')
  const {stdout} = await run(npm, [...args, '--framework', framework, '--yes', ...flags], {
    cwd: place,
    timeout: 120_000,
    env: {...process.env, npm_config_prefer_offline: 'true'},
  })
  return {
    folder: join(place, 'friends-of-maps'),
    output: stdout,
    remove: () => rm(place, {recursive: true, force: true}),
  }
}

/** Runs `npm install` as the README says, from npm's cache where that has a package. */
export async function install(folder: string): Promise<void> {
  const args = ['install', '--prefer-offline', '--ignore-scripts']
  await run('npm', args, {cwd: folder, timeout: installTime, maxBuffer: 64 * 1024 * 1024})
  // The script of this package copies the binary of Node into its place.
  await run('npm', ['rebuild', 'node'], {cwd: folder, timeout: 120_000})
}

/** Runs `npm start` on free ports, and resolves when it has printed the addresses. */
export async function startCreated(folder: string, env: NodeJS.ProcessEnv = {}) {
  const [site = 0, studio = 0, lake = 0] = await freePorts(3)
  const settings = {
    ...cleanEnvironment(),
    // The site of a developer, not that of production.
    NODE_ENV: undefined,
    VITEST: undefined,
    TOUCHPOINTS_SITE_PORT: String(site),
    TOUCHPOINTS_STUDIO_PORT: String(studio),
    TOUCHPOINTS_LAKE_PORT: String(lake),
    NEXT_TELEMETRY_DISABLED: '1',
    ...env,
  }
  const group = startGroup('npm', ['start'], {cwd: folder, env: settings})
  let hasEnded = false
  void group.exit.then(() => {
    hasEnded = true
  })
  while (!group.output().includes('Press Ctrl-C')) {
    if (hasEnded) throw new Error(`npm start ended before it was ready:\n${group.output()}`)
    await delay(200)
  }
  return {
    site: `http://localhost:${site}`,
    studio: `http://localhost:${studio}`,
    lake: `http://localhost:${lake}`,
    output: group.output,
    /** Environment of further commands of the project, which read the same lake. */
    env: settings,
    stop: async () => {
      if (hasEnded) return
      process.kill(-group.id, 'SIGTERM')
      await group.exit
      group.kill()
    },
  }
}
