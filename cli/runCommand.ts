import {CliError} from './CliError.ts'
import {commands} from './commands/index.ts'
import {table} from './helpText.ts'
import {note, print, type Shell} from './shell.ts'

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
    const command = commands.find((each) => each.name === name)
    if (!command) throw new CliError('usage', `There is no command "${name}".\n\n${usage()}`)
    await command.run(args, shell)
  } catch (error) {
    note(shell, messageOf(error))
    shell.fail()
  }
}

function usage(): string {
  const rows = commands.map(({name, summary}) => [`touchpoints ${name}`, summary] as const)
  return ['Usage:', ...table(rows)].join('\n')
}

/** Errors of ours carry a code and are written for who reads them; of any other the trace helps. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const ours = 'code' in error && typeof error.code === 'string' && error.name !== 'Error'
  return ours ? `✗ ${error.message}` : (error.stack ?? error.message)
}
