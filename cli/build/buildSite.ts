import {existsSync} from 'node:fs'
import {cp} from 'node:fs/promises'
import {join, relative} from 'node:path'

import {CliError} from '../CliError.ts'
import {exportToHugo} from '../dev/exportToHugo.ts'
import type {KnownSite, ScriptedSite, Site} from '../dev/findSite.ts'
import {withoutNoise} from './withoutNoise.ts'
import {prefixed, runnable, scriptedProgram} from '../dev/programs.ts'
import {runProgram} from '../dev/startProgram.ts'
import type {Shell} from '../shell.ts'

export interface SiteBuild {
  /** Absolute, and empty unless the server is built. */
  output: string
  siteUrl: string | undefined
  /** Builds the server instead, where the framework puts it. */
  server: boolean
  /** Address of the Content Lake. Undefined for the one that the variables select. */
  lake: string | undefined
  env: Shell['env']
  signal: AbortSignal
}

/** Folders that the script of an unknown site may write to. */
const usualFolders = ['dist', 'build', 'out', '_site', 'public']

/**
 * Builds the site of a project.
 *
 * @returns a sentence about a server, with the command that starts it. Undefined for pages.
 * @throws CliError when the framework is not installed, its build fails, or it has written no page
 */
export async function buildSite(
  site: Site,
  build: SiteBuild,
  shell: Shell,
): Promise<string | undefined> {
  return site.kind === 'known' ? buildKnown(site, build, shell) : buildScripted(site, build, shell)
}

async function buildKnown(
  site: KnownSite,
  build: SiteBuild,
  shell: Shell,
): Promise<string | undefined> {
  const {framework} = site
  const ran = runnable(site, shell)
  if (typeof ran === 'string') throw new CliError('start-failed', `The site can't be built: ${ran}`)
  const {folder, root, run} = ran
  if (site.name === 'hugo') {
    await exportToHugo(site.folder, {address: build.lake, siteUrl: build.siteUrl}, shell)
  }
  const {serveBuild} = framework
  if (build.server && !serveBuild) {
    const message = `${framework.title} builds pages, and no server. Leave out --server.`
    throw new CliError('usage', message)
  }
  const {output, siteUrl} = build
  const args =
    build.server && serveBuild
      ? serveBuild.build({root})
      : framework.buildStatic.args({root, output, siteUrl})
  await runProgram(
    {name: 'The build of the site', folder, ...run(args), env: build.env, signal: build.signal},
    withoutNoise(prefixed('site', shell)),
  )
  const shown = (path: string) => relative(shell.folder, path) || '.'
  if (build.server && serveBuild) {
    const {serve} = serveBuild
    const start =
      'file' in serve
        ? `node ${shown(join(site.folder, serve.file))}`
        : `npx ${serve.args({root, port: 4321}).join(' ')}, in ${shown(site.folder)}`
    return `Site: the server is built. Start it with: ${start}`
  }
  const {writes, hint = ''} = framework.buildStatic
  await collect(site.folder, writes, {output, hint})
  return undefined
}

async function buildScripted(
  site: ScriptedSite,
  build: SiteBuild,
  shell: Shell,
): Promise<string | undefined> {
  const {output, env, signal} = build
  if (!site.scripts.has('build')) {
    const message = `The site can't be built: the package.json in ${site.folder} has no script "build". Add one.`
    throw new CliError('start-failed', message)
  }
  await runProgram(
    {name: 'The build of the site', ...scriptedProgram(site, 'build'), env, signal},
    withoutNoise(prefixed('site', shell)),
  )
  if (build.server) return 'Site: its script "build" has run.'
  const hint = `Expected one of ${usualFolders.join(', ')} in ${site.folder}.`
  await collect(site.folder, usualFolders, {output, hint})
  return undefined
}

/** Copies the first folder with a page to the output, or checks that the output has one. */
async function collect(
  site: string,
  writes: readonly string[],
  {output, hint}: {output: string; hint: string},
): Promise<void> {
  const written = writes.map((name) => join(site, name)).find(hasPage)
  if (written !== undefined && written !== output) await cp(written, output, {recursive: true})
  if (hasPage(output)) return
  throw new CliError('start-failed', `The build of the site has written no page. ${hint}`.trim())
}

function hasPage(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}
