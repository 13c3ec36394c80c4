#!/usr/bin/env node
// `npx touchpoints` reaches this file where only the loader is installed, and may reach it where both
// packages are: npm links one command of each name, and which of the two is not defined.
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

interface Command {
  runCommand: (args: string[], shell: unknown) => Promise<void>
  processShell: unknown
}

const command = findCommand()
if (command === undefined) {
  process.stderr.write(
    'The touchpoints command is in @touchpoints/cli: npm install --save-dev @touchpoints/cli\n',
  )
  process.exitCode = 1
} else {
  const {runCommand, processShell}: Command = await import(pathToFileURL(command).href)
  await runCommand(process.argv.slice(2), processShell)
}

/** Looks from the project first: a package manager may keep this package where it sees no other. */
function findCommand(): string | undefined {
  const paths = [process.cwd(), import.meta.dirname]
  try {
    return createRequire(import.meta.url).resolve('@touchpoints/cli', {paths})
  } catch {
    return undefined
  }
}
