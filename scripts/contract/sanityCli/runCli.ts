import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {delimiter, dirname, join} from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {repository} from '../repository.ts'
import type {CliRun, OfflineCommand} from './cliCommand.ts'

const program = join(repository, 'node_modules/sanity/bin/sanity')
const lakeProgram = join(repository, 'lake/command.ts')

/** Ends a command that waits for something that never comes. A slow machine needs a minute for a build. */
const timeoutMilliseconds = 240_000

export interface CliFolders {
  project: string
  /** Data folder of the lake that runs. */
  data: string
  /** The CLI stores its login and settings here, in place of those of the person who runs this. */
  home: string
}

type Runnable = Pick<OfflineCommand, 'command' | 'args' | 'until' | 'prepare'> & {
  kind?: 'offline' | 'hosted'
}

/** Runs one command of the CLI, and what prepares it. */
export async function runPrepared(entry: Runnable, folders: CliFolders): Promise<CliRun> {
  if (entry.prepare !== undefined) {
    const args = [entry.prepare, '--with-user-token']
    const prepared = await runCli({command: 'exec', args}, folders)
    if (prepared.code !== 0) return prepared
  }
  const args = entry.args.map((arg) =>
    arg.startsWith('@') ? readFileSync(join(folders.project, arg.slice(1)), 'utf8') : arg,
  )
  return runCli({...entry, args}, folders)
}

/** Runs one command of the CLI in this process's environment, which `lake exec` prepared. */
export async function runCli(
  {command, args, until, kind = 'offline'}: Runnable,
  {project, home, data}: CliFolders,
): Promise<CliRun> {
  const line = [process.execPath, program, ...command.split(' '), ...args]
  // `lake exec` prints the reasons that a command hides. Other commands save its second.
  const own =
    kind === 'hosted' ? [lakeProgram, 'exec', `--data=${data}`, '--', ...line] : line.slice(1)
  const child = spawn(process.execPath, own, {
    cwd: project,
    // A group of its own, because `dev` starts further processes.
    detached: true,
    env: {
      ...process.env,
      // `functions test` starts the first Node that it finds.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      CI: '1',
      DO_NOT_TRACK: '1',
      NO_UPDATE_NOTIFIER: '1',
      // Wide lines keep a reason in one piece.
      OCLIF_COLUMNS: '1000',
      BROWSER: 'none',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  let stopped = false
  const stop = () => {
    stopped = true
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  const timer = setTimeout(stop, timeoutMilliseconds)
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (until?.test(oneLine(printed))) stop()
    })
  }
  const {promise, resolve, reject} = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  const code = await promise
  clearTimeout(timer)
  return {code: stopped ? undefined : (code ?? undefined), output: oneLine(printed)}
}

/** The CLI colors errors, starts their lines with `›` and breaks them. */
function oneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/[\s›▲]+/g, ' ')
    .trim()
}
