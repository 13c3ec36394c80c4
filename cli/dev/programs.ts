import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

import {CliError} from '../CliError.ts'
import {printError, type Shell} from '../shell.ts'
import type {Service, Settings} from './settings.ts'
import type {ProgramOptions} from './startProgram.ts'

/** A program that serves, and the build that must finish first. */
export interface Program extends Omit<ProgramOptions, 'folder' | 'signal'> {
  service: Exclude<Service, 'lake'>
  build?: {file: string; args: string[]}
}

/**
 * `develop` shows source changes immediately. `build` serves the built Studio and site, as in production:
 * windows open faster, but source changes need a restart.
 */
export type Mode = 'develop' | 'build'

/**
 * The Studio and the site, each where the folder has one.
 *
 * @throws CliError when the folder has one and the package that runs it is not installed
 */
export function programs(mode: Mode, settings: Settings, shell: Surroundings): Program[] {
  const {folder} = shell
  return [
    ...(hasStudio(folder) ? [studioProgram(mode, settings, shell)] : []),
    ...(hasSite(folder) ? [siteProgram(mode, settings, shell)] : []),
  ]
}

/** A line for each program that the folder does not have. */
export function missingPrograms(folder: string): string[] {
  return [
    ...(hasStudio(folder) ? [] : ['No Studio: this folder has no sanity.config.ts']),
    ...(hasSite(folder) ? [] : ['No site: this folder has no folder site/']),
  ]
}

// The names that `sanity` looks for.
const studioConfigs = ['ts', 'tsx', 'js', 'jsx'].map((type) => `sanity.config.${type}`)

function hasStudio(folder: string): boolean {
  return studioConfigs.some((name) => existsSync(join(folder, name)))
}

function hasSite(folder: string): boolean {
  return existsSync(join(folder, 'site'))
}

type Surroundings = Pick<Shell, 'env' | 'folder' | 'writeError'>

function studioProgram(mode: Mode, settings: Settings, shell: Surroundings): Program {
  const {env, folder} = shell
  const {ports, projectId, dataset, dataFolder} = settings
  const file = programOf('sanity', folder)
  const address = ['--host', '127.0.0.1', '--port', String(ports.studio)]
  const built = join(dataFolder, 'studio')
  return {
    service: 'studio',
    name: 'The Studio',
    file,
    ...(mode === 'build'
      ? {build: {file, args: ['build', built, '--yes']}, args: ['preview', built, ...address]}
      : {args: ['dev', ...address]}),
    env: {
      ...env,
      SANITY_STUDIO_PROJECT_ID: projectId,
      SANITY_STUDIO_DATASET: dataset,
      SANITY_STUDIO_API_HOST: `http://localhost:${ports.lake}`,
      SANITY_STUDIO_PREVIEW_URL: `http://localhost:${ports.site}`,
      // Its command line then asks no questions and sends no telemetry: no account, no network.
      CI: '1',
      DO_NOT_TRACK: '1',
    },
    address: `http://127.0.0.1:${ports.studio}/`,
    onErrorLine: prefixed('studio', shell),
  }
}

function siteProgram(mode: Mode, settings: Settings, shell: Surroundings): Program {
  const {env, folder} = shell
  const {ports, projectId, dataset, contentFolder, dataFolder} = settings
  const feeds = join(contentFolder, 'feeds')
  const astro = programOf('astro', folder)
  const served = {
    build: {file: astro, args: ['build', '--root', 'site']},
    file: join(folder, 'site/dist/server/entry.mjs'),
    args: [],
  }
  // Without the lock, two sites can run side by side on different ports, as two Studios can.
  const developed = {
    file: astro,
    args: `dev --root site --host 127.0.0.1 --port ${ports.site} --ignore-lock`.split(' '),
  }
  return {
    service: 'site',
    name: 'The site',
    ...(mode === 'build' ? served : developed),
    env: {
      ...(existsSync(feeds) && {TOUCHPOINTS_SAMPLE_FEEDS: feeds}),
      SITE_URL: `http://localhost:${ports.site}`,
      ...env,
      // What the built server listens on.
      HOST: '127.0.0.1',
      PORT: String(ports.site),
      SANITY_STUDIO_PROJECT_ID: projectId,
      SANITY_STUDIO_DATASET: dataset,
      SANITY_API_HOST: `http://127.0.0.1:${ports.lake}`,
      SANITY_STUDIO_URL: `http://localhost:${ports.studio}`,
      TOUCHPOINTS_DATA: dataFolder,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    address: `http://127.0.0.1:${ports.site}/`,
    onErrorLine: prefixed('site', shell),
  }
}

/** Returns the JavaScript file of the command that has the same name as its package. */
function programOf(name: string, folder: string): string {
  const require = createRequire(join(folder, 'package.json'))
  try {
    const path = require.resolve(`${name}/package.json`)
    const {bin}: {bin: string | Record<string, string>} = require(path)
    const file = typeof bin === 'string' ? bin : bin[name]
    if (file) return join(dirname(path), file)
  } catch {
    // Reported below, as is a package without a command.
  }
  throw new CliError(
    'start-failed',
    `${name} is not installed in ${folder}: run npm install there first.`,
  )
}

function prefixed(name: string, shell: Surroundings): (line: string) => void {
  return (line) => printError(shell, `${name} | ${line}`)
}
