import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

import {serve} from '../../lake/index.ts'
import {CliError} from './CliError.ts'
import {withEditorsEvents} from './dev/editorsEvents.ts'
import {openLake} from './dev/openLake.ts'
import {requireFreePorts} from './dev/requireFreePorts.ts'
import {readSettings, type Settings} from './dev/settings.ts'
import {startProgram, type ProgramOptions, type RunningProgram} from './dev/startProgram.ts'
import {stopOnSignals} from './dev/stopOnSignals.ts'

/** `touchpoints dev`: Content Lake, Studio and site on this machine, until Ctrl-C. */
export async function dev(args: string[]): Promise<void> {
  if (args.length > 0) {
    throw new CliError(
      'usage',
      `touchpoints dev takes no arguments, and was given ${args.join(' ')}.`,
    )
  }
  const folder = process.cwd()
  const settings = readSettings(process.env, folder)
  const asked = stopOnSignals()
  await requireFreePorts(settings)

  const lake = openLake(settings, folder, say)
  const served = withEditorsEvents(lake, settings, folder)
  const server = await serve(served, {port: settings.ports.lake})
  const over = new AbortController()
  const signal = AbortSignal.any([asked, over.signal])
  say('Starting the Studio and the site; the first time takes some seconds more')
  const programs = [studioProgram(settings, folder)]
  if (existsSync(join(folder, 'site'))) programs.push(siteProgram(settings, folder))
  const starting = programs.map((program) => startProgram({...program, folder, signal}))
  try {
    const running = await Promise.all(starting)
    say(addresses(settings))
    await Promise.race(running.map(untilItEnds(signal)))
  } catch (error) {
    if (!asked.aborted) throw error
  } finally {
    // Whatever happened, nothing that was started stays.
    over.abort()
    await Promise.allSettled(starting.map(async (program) => (await program).ended))
    await server.close()
    lake.close()
  }
  say('Stopped. What you edited is kept.')
}

function untilItEnds(signal: AbortSignal) {
  return async ({name, ended}: RunningProgram) => {
    await ended
    if (!signal.aborted) throw new CliError('start-failed', `${name} ended by itself.`)
  }
}

type Program = Omit<ProgramOptions, 'folder' | 'signal'>

function studioProgram({ports, projectId, dataset}: Settings, folder: string): Program {
  return {
    name: 'The Studio',
    file: programOf('sanity', folder),
    args: ['dev', '--host', '127.0.0.1', '--port', String(ports.studio)],
    env: {
      ...process.env,
      SANITY_STUDIO_PROJECT_ID: projectId,
      SANITY_STUDIO_DATASET: dataset,
      SANITY_STUDIO_API_HOST: `http://localhost:${ports.lake}`,
      SANITY_STUDIO_PREVIEW_URL: `http://localhost:${ports.site}`,
      // Its command line asks and reports nothing: no account, no network.
      CI: '1',
      DO_NOT_TRACK: '1',
    },
    address: `http://127.0.0.1:${ports.studio}/`,
    onErrorLine: prefixed('studio'),
  }
}

function siteProgram({ports, projectId, dataset, dataFolder}: Settings, folder: string): Program {
  const feeds = join(folder, 'content/feeds')
  return {
    name: 'The site',
    file: programOf('astro', folder),
    // Without the lock two sites can run side by side on ports of their own, as two Studios can.
    args: [
      'dev',
      '--root',
      'site',
      '--host',
      '127.0.0.1',
      '--port',
      String(ports.site),
      '--ignore-lock',
    ],
    env: {
      ...(existsSync(feeds) && {TOUCHPOINTS_SAMPLE_FEEDS: feeds}),
      ...process.env,
      SANITY_STUDIO_PROJECT_ID: projectId,
      SANITY_STUDIO_DATASET: dataset,
      SANITY_API_HOST: `http://127.0.0.1:${ports.lake}`,
      SANITY_STUDIO_URL: `http://localhost:${ports.studio}`,
      TOUCHPOINTS_DATA: dataFolder,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    address: `http://127.0.0.1:${ports.site}/`,
    onErrorLine: prefixed('site'),
  }
}

/** The JavaScript file behind a package's command of the same name. */
function programOf(name: string, folder: string): string {
  const require = createRequire(join(folder, 'package.json'))
  try {
    const path = require.resolve(`${name}/package.json`)
    const {bin}: {bin: string | Record<string, string>} = require(path)
    const file = typeof bin === 'string' ? bin : bin[name]
    if (file) return join(dirname(path), file)
  } catch {
    // Told below, the same way as a package without a command.
  }
  throw new CliError(
    'start-failed',
    `${name} is not installed in ${folder}: run npm ci there first, then npm start.`,
  )
}

function addresses({ports}: Settings): string {
  return [
    '',
    `  Site    http://localhost:${ports.site}/community/meetings/`,
    `  Studio  http://localhost:${ports.studio}/`,
    `  Lake    http://localhost:${ports.lake}/`,
    '',
    '  Ctrl-C stops all of it.',
  ].join('\n')
}

function say(line: string) {
  console.log(line)
}

function prefixed(name: string): (line: string) => void {
  return (line) => console.error(`${name} | ${line}`)
}
