import {readFileSync} from 'node:fs'
import {isLakeError} from '../errors.ts'
import {CommandError} from './CommandError.ts'
import {helpText} from './helpText.ts'
import {readArguments} from './readArguments.ts'
import type {Shell} from './shell.ts'

/**
 * Runs the arguments after `lake`. Never throws: it prints the error and sets the exit code.
 *
 * @example await runCommand(['--memory', '--port', '0'], processShell)
 */
export async function runCommand(args: readonly string[], shell: Shell): Promise<void> {
  try {
    await run(args, shell)
  } catch (error) {
    shell.printError(messageOf(error))
    shell.setExitCode(1)
  }
}

async function run(args: readonly string[], shell: Shell): Promise<void> {
  const line = readArguments(args)
  if (line.command === 'help') return shell.print(helpText())
  if (line.command === 'version') return shell.print(ownVersion())
  if (line.command === 'start') return (await import('./start.ts')).start(line.values, shell)
  await (await import('./exec.ts')).exec(line, shell)
}

function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return String(Object(JSON.parse(manifest)).version)
}

/** Returns the message of an error with a code, and the stack of any other. */
function messageOf(error: unknown): string {
  if (error instanceof CommandError && error.code === 'usage') {
    return `✗ ${error.message}\nRun \`lake --help\` for all options.`
  }
  if (error instanceof CommandError || isLakeError(error)) return `✗ ${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
