import {serve} from '@touchpoints/lake'

import {CliError} from './CliError.ts'
import {withEditorsEvents} from './dev/editorsEvents.ts'
import {openLake} from './dev/openLake.ts'
import {type Program, programs} from './dev/programs.ts'
import {requireFreePorts} from './dev/requireFreePorts.ts'
import {readSettings, type Settings} from './dev/settings.ts'
import {type RunningProgram, runProgram, startProgram} from './dev/startProgram.ts'
import {stopOnSignals} from './dev/stopOnSignals.ts'
import {readArguments} from './readArguments.ts'

const usage = `Usage: touchpoints dev [options]

Runs Content Lake, Studio and site on this machine, until Ctrl-C.

  --build  build the Studio and the site first and serve what was built, as on a server: windows open
           faster, but a change of a source shows only after the next start

Environment: TOUCHPOINTS_SITE_PORT, TOUCHPOINTS_STUDIO_PORT, TOUCHPOINTS_LAKE_PORT, TOUCHPOINTS_DATA,
TOUCHPOINTS_HISTORY_DAYS, TOUCHPOINTS_NOW.`

/** `touchpoints dev`: Content Lake, Studio and site on this machine, until Ctrl-C. */
export async function dev(args: string[]): Promise<void> {
  const options = {build: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}} as const
  const {values, positionals} = readArguments(args, options, usage)
  if (values.help) {
    console.log(usage)
    return
  }
  if (positionals.length > 0) {
    const given = positionals.join(' ')
    throw new CliError(
      'usage',
      `touchpoints dev takes no files, and was given ${given}.\n\n${usage}`,
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
  say(
    values.build
      ? 'Building the Studio and the site, then starting them'
      : 'Starting the Studio and the site; the first time takes some seconds more',
  )
  const mode = values.build ? 'build' : 'develop'
  const starting = programs(mode, settings, folder).map(start(folder, signal))
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

function start(folder: string, signal: AbortSignal) {
  return async ({build, ...program}: Program) => {
    if (build) await runProgram({...program, ...build, folder, signal})
    return startProgram({...program, folder, signal})
  }
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
