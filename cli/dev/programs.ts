import {existsSync} from 'node:fs'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {printError, type Shell} from '../shell.ts'
import {findSite, type KnownSite, type ScriptedSite, shownFolder} from './findSite.ts'
import {frameworks} from './frameworks.ts'
import {machineProgram, packageManager, packageProgram} from './packageProgram.ts'
import type {Service, Settings} from './settings.ts'
import {siteEnvironment, studioEnvironment} from './environments.ts'
import type {ProgramOptions} from './startProgram.ts'

/** A program that serves, and what must finish first. */
export interface Program extends Omit<ProgramOptions, 'signal'> {
  service: Exclude<Service, 'lake'>
  /** Whether it reads what `touchpoints export --format hugo` writes to its folder. */
  exports: boolean
  build?: {file: string; args: readonly string[]}
}

/** What a project can start, and a sentence for each part that it can't. */
export interface Plan {
  programs: Program[]
  missing: string[]
}

/**
 * `develop` shows source changes immediately. `build` serves the built Studio and site, as in production:
 * windows open faster, but source changes need a restart.
 */
export type Mode = 'develop' | 'build'

type Surroundings = Pick<Shell, 'env' | 'folder' | 'writeError'>

/** Plans the Studio and the site of a folder, each where the folder has one and what runs it is installed. */
export function planPrograms(mode: Mode, settings: Settings, shell: Surroundings): Plan {
  const planned = [studioProgram(mode, settings, shell), siteProgram(mode, settings, shell)]
  return {
    programs: planned.flatMap((each) => (typeof each === 'string' ? [] : [each])),
    missing: planned.filter((each) => typeof each === 'string'),
  }
}

// The names that `sanity` looks for.
const studioConfigs = ['ts', 'tsx', 'js', 'jsx'].map((type) => `sanity.config.${type}`)

/** Returns whether a folder has the configuration of a Studio. */
export function hasStudio(folder: string): boolean {
  return studioConfigs.some((name) => existsSync(join(folder, name)))
}

/** The command of the Studio's package. */
export const studioPackage = {kind: 'package', package: 'sanity', command: 'sanity'} as const

/** Said where a project has no Studio. */
export const noStudio =
  'No Studio: this folder has no sanity.config.ts. `npx touchpoints init` adds one.'

/** Said where a project has no site. */
export const noSite = `No site: neither site/ nor this folder has a configuration of ${Object.values(
  frameworks,
)
  .map(({title}) => title)
  .join(', ')}, or a package.json with a script "dev". \`npx touchpoints init\` adds one.`

function studioProgram(mode: Mode, settings: Settings, shell: Surroundings): Program | string {
  const {folder} = shell
  if (!hasStudio(folder)) return noStudio
  const located = packageProgram(studioPackage, folder)
  if (located.kind === 'missing') return `The Studio does not start: ${located.message}`
  const {file} = located
  const {ports, dataFolder} = settings
  const address = ['--host', '127.0.0.1', '--port', String(ports.studio)]
  const built = join(dataFolder, 'studio')
  return {
    service: 'studio',
    name: 'The Studio',
    folder,
    file,
    ...(mode === 'build'
      ? {build: {file, args: ['build', built, '--yes']}, args: ['preview', built, ...address]}
      : {args: ['dev', ...address]}),
    env: studioEnvironment(settings, shell.env),
    exports: false,
    address: `http://127.0.0.1:${ports.studio}/`,
    printsAddress: false,
    onErrorLine: prefixed('studio', shell),
  }
}

function siteProgram(mode: Mode, settings: Settings, shell: Surroundings): Program | string {
  const site = findSite(shell.folder)
  if (!site) return noSite
  const runs =
    site.kind === 'known' ? knownProgram(site, mode, settings, shell) : scriptedProgram(site, 'dev')
  if (typeof runs === 'string') return `The site does not start: ${runs}`
  return {
    service: 'site',
    name: 'The site',
    exports: site.kind === 'known' && site.name === 'hugo',
    env: siteEnvironment(settings, shell.env),
    address: `http://127.0.0.1:${settings.ports.site}/`,
    printsAddress: site.kind === 'scripted',
    onErrorLine: prefixed('site', shell),
    ...runs,
  }
}

type Runs = Pick<Program, 'build' | 'file' | 'args' | 'folder'>

function knownProgram(
  site: KnownSite,
  mode: Mode,
  {ports}: Settings,
  shell: Surroundings,
): Runs | string {
  const {framework} = site
  const ran = runnable(site, shell)
  if (typeof ran === 'string') return ran
  const {folder, root, run} = ran
  const at = {root, port: ports.site}
  const {serveBuild} = framework
  if (mode === 'develop' || !serveBuild) return {folder, ...run(framework.develop(at))}
  const build = run(serveBuild.build(at))
  const {serve} = serveBuild
  return 'file' in serve
    ? {folder, build, file: join(site.folder, serve.file), args: []}
    : {folder, build, ...run(serve.args(at))}
}

/** How a site's framework is run: where, and what Node runs for its arguments. */
export interface Runnable {
  folder: string
  root: string
  run: (args: readonly string[]) => {file: string; args: readonly string[]}
}

/** Finds what runs a site's framework. Returns a sentence when it is not installed. */
export function runnable(
  {framework, folder: siteFolder}: KnownSite,
  {env, folder: project}: Pick<Shell, 'env' | 'folder'>,
): Runnable | string {
  const folder = framework.runsIn === 'site' ? siteFolder : project
  const root = framework.runsIn === 'site' ? '.' : shownFolder(project, {folder: siteFolder})
  const {program} = framework
  if (program.kind === 'machine') {
    const located = machineProgram(program, {env, folder: project})
    if (located.kind === 'missing') return located.message
    return {folder, root, run: (args) => machineRun(located.file, args)}
  }
  const located = packageProgram(program, siteFolder)
  if (located.kind === 'missing') return located.message
  return {folder, root, run: (args) => ({file: located.file, args})}
}

/** Runs a script of a site's package.json. */
export function scriptedProgram({folder}: ScriptedSite, script: string): Runs {
  return {folder, ...machineRun(packageManager(folder), ['run', script])}
}

/** The sources are TypeScript and the published files JavaScript: the program is written as this file is. */
const machineRunner = new URL(`./runMachineProgram${extname(import.meta.url)}`, import.meta.url)

function machineRun(command: string, args: readonly string[]) {
  return {file: fileURLToPath(machineRunner), args: [command, ...args]}
}

/** Calls `writeError` with lines that name their program. */
export function prefixed(name: string, shell: Pick<Shell, 'writeError'>): (line: string) => void {
  return (line) => printError(shell, `${name} | ${line}`)
}
