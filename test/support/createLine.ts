import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {root} from './workspaces.ts'

/** The command of docs/getting-started.md that creates a project from the tarballs. */
export const createLine = readLine()

function readLine(): string {
  const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8')
  const line = /^npm exec .*create-touchpoints .*$/m.exec(page)?.[0]
  if (line === undefined)
    throw new Error('docs/getting-started.md has no command that creates a project')
  return line
}
