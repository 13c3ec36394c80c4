#!/usr/bin/env node
// `npx touchpoints` reaches this file where only the loader is installed, and may reach it where both
// packages are: npm links one command of each name, and which of the two is not defined.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

const command = findCommand()
if (command === undefined) {
  process.stderr.write(
    'The touchpoints command is in @touchpoints/cli: npm install --save-dev @touchpoints/cli\n',
  )
  process.exitCode = 1
} else {
  await import(command.href)
}

/** Looks from the project first: a package manager may keep this package where it sees no other. */
function findCommand(): URL | undefined {
  const paths = [process.cwd(), import.meta.dirname]
  try {
    const manifest = createRequire(import.meta.url).resolve('@touchpoints/cli/package.json', {
      paths,
    })
    const {bin} = JSON.parse(readFileSync(manifest, 'utf8'))
    return new URL(bin.touchpoints, pathToFileURL(manifest))
  } catch {
    return undefined
  }
}
