import {CliError} from './CliError.ts'
import {note, print, type Shell} from './shell.ts'

interface Command {
  about: string
  run: (args: string[], shell: Shell) => Promise<void>
}

/** Every command, loaded when it is called: `touchpoints --help` should not wait for SQLite. */
const commands: Record<string, Command> = {
  dev: {
    about: 'run everything on this machine: Content Lake, Studio and site',
    run: async (args) => (await import('./dev.ts')).dev(args),
  },
  check: {
    about: 'hold every document against its format and every rule',
    run: async (args, shell) => (await import('./check.ts')).check(args, shell),
  },
  import: {
    about: 'bring in NDJSON, an exported archive, or a Markdown page of the old kind',
    run: async (args, shell) => (await import('./import.ts')).importFile(args, shell),
  },
  export: {
    about: 'write documents, an archive, the calendar, or a Hugo site',
    run: async (args, shell) => (await import('./export.ts')).exportCommand(args, shell),
  },
  doctor: {
    about: 'look for what keeps it from working here',
    run: async (args, shell) => (await import('./doctor.ts')).doctor(args, shell),
  },
}

/**
 * Runs what was typed after `touchpoints`. Never throws: what went wrong is told, and the shell fails.
 *
 * @example await runCommand(['export', 'events.json'], processShell)
 */
export async function runCommand(
  [name = '--help', ...args]: string[],
  shell: Shell,
): Promise<void> {
  try {
    if (name === '--help' || name === '-h' || name === 'help') return print(shell, usage())
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new CliError('usage', `There is no command "${name}".\n\n${usage()}`)
    await command.run(args, shell)
  } catch (error) {
    note(shell, messageOf(error))
    shell.fail()
  }
}

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((each) => each.length))
  const lines = Object.entries(commands).map(
    ([each, {about}]) => `  touchpoints ${each.padEnd(width)}  ${about}`,
  )
  return `Usage:\n${lines.join('\n')}`
}

/** Errors of ours carry a code and are written for who reads them; of any other the trace helps. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const ours = 'code' in error && typeof error.code === 'string' && error.name !== 'Error'
  return ours ? `✗ ${error.message}` : (error.stack ?? error.message)
}
