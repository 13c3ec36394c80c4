import {existsSync} from 'node:fs'

import {CliError} from './CliError.ts'
import {type BackupSchedule, scheduleBackups} from './backup/scheduleBackups.ts'
import {hasContent} from './dev/contentFolder.ts'
import {startedBy} from './dev/environments.ts'
import {exportOnChanges} from './dev/exportOnChanges.ts'
import {exportToHugo} from './dev/exportToHugo.ts'
import {findSite} from './dev/findSite.ts'
import {offerInit} from './dev/offerInit.ts'
import {localLakeNote} from './dev/localLakeNote.ts'
import {lakeFile} from './dev/openLake.ts'
import {hasStudio, type Plan, planPrograms, type Program} from './dev/programs.ts'
import {requireFreePorts} from './dev/requireFreePorts.ts'
import {serveLake} from './dev/serveLake.ts'
import {readSettings, type Settings} from './dev/settings.ts'
import {type RunningProgram, runProgram, startProgram} from './dev/startProgram.ts'
import {untilAborted} from './dev/untilAborted.ts'
import {print, type Shell} from './shell.ts'

export interface DevRequest {
  /** Whether to build the Studio and the site, and serve the result. */
  build: boolean
  /** Name of the content to import on the first start. */
  content: string | undefined
  backups: BackupSchedule | undefined
}

/** Runs `touchpoints dev`: what the folder has of Content Lake, Studio and site, until Ctrl-C. */
export async function dev({build, content, backups}: DevRequest, shell: Shell): Promise<void> {
  const {folder} = shell
  if (shell.env[startedBy]) throw startsItself()
  const env = content ? {...shell.env, TOUCHPOINTS_CONTENT: content} : shell.env
  const settings = readSettings(env, folder)
  const site = findSite(folder)
  if (!site && !hasStudio(folder) && !hasContent(settings) && !existsSync(lakeFile(settings)))
    return offerInit(shell)

  const stopped = shell.stopSignal()
  const over = new AbortController()
  const signal = AbortSignal.any([stopped, over.signal])
  const note = localLakeNote(env, settings)
  if (note !== undefined) print(shell, note)
  const plan = planPrograms(build ? 'build' : 'develop', settings, shell)
  const services = plan.programs.map(({service}) => service)
  const lake = await serveLake(settings, shell, {
    memory: false,
    access: {host: '127.0.0.1', options: {}},
    // After the lake is open, because a second start in one folder is more than a port in use.
    ready: () => requireFreePorts(settings, [...services, 'lake']),
  })
  const starting: Promise<RunningProgram>[] = []
  try {
    sayPlan(plan, build, shell)
    for (const program of plan.programs) starting.push(start(program, {signal, settings, shell}))
    const running = await Promise.all(starting)
    const exported = plan.programs.filter(({exports}) => exports)
    for (const {folder: at} of exported) {
      exportOnChanges(at, lake.address, {...shell, signal})
    }
    if (backups) void scheduleBackups(backups, lake.address, {...shell, signal})
    print(shell, addresses(settings, plan.programs, running))
    await Promise.race([untilAborted(signal), ...running.map(untilItEnds(signal))])
  } catch (error) {
    if (!stopped.aborted) throw error
  } finally {
    // Stop everything that was started, also after an error.
    over.abort()
    await Promise.allSettled(starting.map(async (program) => (await program).ended))
    await lake.close()
  }
  print(shell, 'Stopped. Your edits are saved.')
}

function startsItself(): CliError {
  return new CliError(
    'start-failed',
    'This script was started by touchpoints dev, and starts it again. Rename the script "dev" of package.json, or let it start the site only.',
  )
}

function sayPlan({programs, missing}: Plan, build: boolean, shell: Shell) {
  for (const line of missing) print(shell, line)
  if (programs.length === 0) return
  // "the site" in the middle of a sentence: "The Studio and the site".
  const names = programs
    .map(({name}, index) =>
      index === 0 ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    )
    .join(' and ')
  const what = build
    ? 'building, then starting'
    : 'starting; the first time takes some seconds more'
  print(shell, `${names}: ${what}`)
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

interface Starting {
  signal: AbortSignal
  settings: Settings
  shell: Shell
}

async function start(
  {build, exports, ...program}: Program,
  {signal, settings, shell}: Starting,
): Promise<RunningProgram> {
  if (exports) {
    const local = `http://127.0.0.1:${settings.ports.lake}`
    await exportToHugo(program.folder, {address: local, siteUrl: undefined}, shell)
  }
  if (build) await runProgram({...program, ...build, signal})
  return startProgram({...program, signal})
}

function addresses(
  {ports}: Settings,
  programs: readonly Program[],
  running: readonly RunningProgram[],
): string {
  const faults = running.flatMap(({name, fault}) => (fault ? [`${name} ${fault}`] : []))
  const lines = programs.map(({service}, index) => {
    const {address = '', fault} = running[index] ?? {}
    const label = service === 'site' ? 'Site    ' : 'Studio  '
    return `  ${label}${shownAddress(address)}${fault ? '  (does not work yet, see below)' : ''}`
  })
  return [
    '',
    // The site first: it is what most people open.
    ...lines.toReversed(),
    `  Lake    http://localhost:${ports.lake}/`,
    '',
    ...faults.flatMap((fault) => [fault, '']),
    '  Press Ctrl-C to stop everything.',
  ].join('\n')
}

/** With `localhost`, where browsers have the Studio's login and settings. */
function shownAddress(address: string): string {
  return address.replace('//127.0.0.1:', '//localhost:')
}
