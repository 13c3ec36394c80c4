import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {root} from './workspaces.ts'

/** The command of docs/getting-started.md that creates a project from the tarballs. */
export const createLine = readLine(/^npm exec .*create-touchpoints (?!.*--init).*$/m)

/** The command that adds to a project from the tarballs. */
export const initLine = readLine(/^npm exec .*create-touchpoints .*--init.*$/m)

function readLine(pattern: RegExp): string {
  const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8')
  const line = pattern.exec(page)?.[0]
  if (line === undefined)
    throw new Error(`docs/getting-started.md has no command such as ${String(pattern)}`)
  return line
}
