#!/usr/bin/env node
import {CliError} from './CliError.ts'

/** Every command, loaded when it is called: `touchpoints --help` should not wait for SQLite. */
const commands: Record<string, {about: string; run: (args: string[]) => Promise<void>}> = {
  dev: {
    about: 'run everything on this machine: Content Lake, Studio and site',
    run: async (args) => (await import('./dev.ts')).dev(args),
  },
  check: {
    about: 'hold every document against its format and every rule',
    run: async (args) => (await import('./check.ts')).check(args),
  },
  import: {
    about: 'bring in NDJSON, an exported archive, or a Markdown page of the old kind',
    run: async (args) => (await import('./import.ts')).importFile(args),
  },
  export: {
    about: 'write documents, an archive, the calendar, or a Hugo site',
    run: async (args) => (await import('./export.ts')).exportCommand(args),
  },
  doctor: {
    about: 'look for what keeps it from working here',
    run: async (args) => (await import('./doctor.ts')).doctor(args),
  },
}

const [name = '--help', ...args] = process.argv.slice(2)
try {
  await runCommand()
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}

async function runCommand() {
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(usage())
    return
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    throw new CliError('usage', `There is no command "${name}".\n\n${usage()}`)
  }
  await command.run(args)
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
