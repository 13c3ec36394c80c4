import {join, relative} from 'node:path'

import {CliError} from './CliError.ts'
import {buildSite} from './build/buildSite.ts'
import {buildEnvironment, studioBuildEnvironment} from './build/buildEnvironment.ts'
import {replaceFolder} from './build/replaceFolder.ts'
import {withoutNoise} from './build/withoutNoise.ts'
import {findSite} from './dev/findSite.ts'
import {openProjectLake} from './dev/openProjectLake.ts'
import {packageProgram} from './dev/packageProgram.ts'
import {hasStudio, noSite, noStudio, prefixed, studioPackage} from './dev/programs.ts'
import {readSettings} from './dev/settings.ts'
import {runProgram} from './dev/startProgram.ts'
import {print, printError, type Shell} from './shell.ts'

export type Part = 'site' | 'studio'

export interface BuildRequest {
  /** Whether to build the site's server instead of pages. */
  server: boolean
  siteUrl: string | undefined
  parts: readonly Part[]
}

/** Runs `touchpoints build`. */
export async function build(request: BuildRequest, shell: Shell): Promise<void> {
  const {folder} = shell
  const {parts} = request
  const site = parts.includes('site') ? findSite(folder) : undefined
  const studio = parts.includes('studio') && hasStudio(folder)
  if (!site && !studio) {
    const missing = [
      ...(parts.includes('studio') ? [noStudio] : []),
      ...(parts.includes('site') ? [noSite] : []),
    ]
    throw new CliError('start-failed', ['There is nothing to build.', ...missing].join('\n'))
  }
  const signal = shell.stopSignal()
  const siteUrl = request.siteUrl ?? (shell.env['SITE_URL'] || undefined)
  try {
    if (studio) await buildStudio(siteUrl, signal, shell)
    else if (parts.includes('studio')) print(shell, noStudio)
    if (!site) return parts.includes('site') ? print(shell, noSite) : undefined
    if (siteUrl === undefined) {
      printError(
        shell,
        'The address of the site is not known, so links in feeds and cards lead to http://localhost:4321. Set --site-url or SITE_URL.',
      )
    }
    const lake = await openProjectLake(shell, {token: 'SANITY_API_READ_TOKEN', absent: 'memory'})
    try {
      const {server} = request
      const env = buildEnvironment(lake, {siteUrl, server}, shell.env)
      const output = join(folder, 'dist/site')
      const options = {siteUrl, server, lake: lake.address, env, signal}
      const buildInto = (into: string) => buildSite(site, {...options, output: into}, shell)
      // The server is where the framework puts it.
      const started = server
        ? await buildInto(output)
        : await replaceFolder(output, buildInto, signal)
      print(shell, started ?? `Site: ${relative(folder, output)}`)
    } finally {
      await lake.close()
    }
  } catch (error) {
    if (!signal.aborted) throw error
    throw new CliError('start-failed', 'Stopped. The build is not complete.', {cause: error})
  }
}

async function buildStudio(
  siteUrl: string | undefined,
  signal: AbortSignal,
  shell: Shell,
): Promise<void> {
  const {folder, env} = shell
  const located = packageProgram(studioPackage, folder)
  if (located.kind === 'missing') {
    throw new CliError('start-failed', `The Studio can't be built: ${located.message}`)
  }
  const output = join(folder, 'dist/studio')
  const program = {
    name: 'The build of the Studio',
    folder,
    file: located.file,
    env: studioBuildEnvironment(readSettings(env, folder), siteUrl, env),
    signal,
  }
  await replaceFolder(
    output,
    (into) =>
      runProgram(
        {...program, args: ['build', into, '--yes']},
        withoutNoise(prefixed('studio', shell)),
      ),
    signal,
  )
  print(shell, `Studio: ${relative(folder, output)}`)
}
