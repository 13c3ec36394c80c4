import {once} from 'node:events'
import {serve} from '@touchpoints/lake'
import {defaultPagePath} from '@touchpoints/schemas/defaults'

import {CliError} from './CliError.ts'
import {openLake} from './dev/openLake.ts'
import {missingPrograms, type Program, programs} from './dev/programs.ts'
import {withProjectEvents} from './dev/projectEvents.ts'
import {requireFreePorts} from './dev/requireFreePorts.ts'
import {readSettings, type Settings} from './dev/settings.ts'
import {type RunningProgram, runProgram, startProgram} from './dev/startProgram.ts'
import {print, type Shell} from './shell.ts'

/** Runs `touchpoints dev`: Content Lake, Studio and site on this machine, until Ctrl-C. */
export async function dev(
  {build, content}: {build: boolean; content?: string | undefined},
  shell: Shell,
): Promise<void> {
  const {folder} = shell
  const env = content ? {...shell.env, TOUCHPOINTS_CONTENT: content} : shell.env
  const settings = readSettings(env, folder)
  const stopped = shell.stopSignal()
  const say = (line: string) => print(shell, line)
  const mode = build ? 'build' : 'develop'
  // Before anything runs: a program that cannot start ends the command here.
  const planned = programs(mode, settings, shell)
  await requireFreePorts(settings)

  const lake = await openLake(settings, folder, say)
  const served = await withProjectEvents(lake, settings, shell)
  const server = await serve(served, {port: settings.ports.lake})
  const over = new AbortController()
  const signal = AbortSignal.any([stopped, over.signal])
  for (const line of missingPrograms(folder)) say(line)
  if (planned.length > 0) {
    const names = planned.map(({name}) => name).join(' and ')
    say(
      build
        ? `${names}: building, then starting`
        : `${names}: starting; the first time takes some seconds more`,
    )
  }
  const starting = planned.map(start(folder, signal))
  try {
    const running = await Promise.all(starting)
    say(addresses(settings, planned))
    await Promise.race([untilAborted(signal), ...running.map(untilItEnds(signal))])
  } catch (error) {
    if (!stopped.aborted) throw error
  } finally {
    // Stop everything that was started, also after an error.
    over.abort()
    await Promise.allSettled(starting.map(async (program) => (await program).ended))
    await server.close()
    lake.close()
  }
  say('Stopped. Your edits are saved.')
}

async function untilAborted(signal: AbortSignal) {
  if (!signal.aborted) await once(signal, 'abort')
}

function untilItEnds(signal: AbortSignal) {
  return async ({name, ended}: RunningProgram) => {
    await ended
    if (!signal.aborted)
      throw new CliError(
        'start-failed',
        `${name} exited unexpectedly. Its output above may say why. Run the command again.`,
      )
  }
}

function start(folder: string, signal: AbortSignal) {
  return async ({build, ...program}: Program) => {
    if (build) await runProgram({...program, ...build, folder, signal})
    return startProgram({...program, folder, signal})
  }
}

function addresses({ports}: Settings, running: readonly Program[]): string {
  const services = new Set(running.map(({service}) => service))
  return [
    '',
    ...(services.has('site') ? [`  Site    http://localhost:${ports.site}${defaultPagePath}`] : []),
    ...(services.has('studio') ? [`  Studio  http://localhost:${ports.studio}/`] : []),
    `  Lake    http://localhost:${ports.lake}/`,
    '',
    '  Press Ctrl-C to stop everything.',
  ].join('\n')
}
