import {readFileSync} from 'node:fs'

import {CliError} from './CliError.ts'
import {commands} from './commands/index.ts'
import {table} from './helpText.ts'
import {print, printError, type Shell} from './shell.ts'

/**
 * Runs the arguments after `touchpoints`. Never throws: it prints the error and sets the exit code to 1.
 *
 * @example await runCommand(['export', 'events.json'], processShell)
 */
export async function runCommand(
  [name = '--help', ...args]: string[],
  shell: Shell,
): Promise<void> {
  try {
    if (name === '--help' || name === '-h' || name === 'help') return print(shell, usage())
    if (name === '--version' || name === '-v') return print(shell, ownVersion())
    const command = commands.find((each) => each.name === name)
    if (!command) throw new CliError('usage', `Unknown command "${name}".\n\n${usage()}`)
    await command.run(args, shell)
  } catch (error) {
    printError(shell, messageOf(error))
    shell.fail()
  }
}

function ownVersion(): string {
  const {version} = Object(
    JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')),
  )
  return String(version)
}

function usage(): string {
  const rows = commands.map(({name, summary}) => [`touchpoints ${name}`, summary] as const)
  return ['Usage:', ...table(rows)].join('\n')
}

/** Returns the message of our own errors, which have a code, and the stack of any other. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const ours = 'code' in error && typeof error.code === 'string' && error.name !== 'Error'
  return ours ? `✗ ${error.message}` : (error.stack ?? error.message)
}
