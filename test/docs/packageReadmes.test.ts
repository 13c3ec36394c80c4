import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {root, workspaces} from '../support/workspaces.ts'

/** Returns the parts that a newcomer needs and the README does not have. */
function missing(readme: string, name: string, doors: readonly string[]): string[] {
  const install = new RegExp(`^npm install (?:--save-dev )?${name}(?: |$)`, 'm')
  const parts: [string, boolean][] = [
    ['its name', readme.startsWith(`# ${name}\n`)],
    ['how to install it', install.test(readme)],
    ['an example', readme.includes('```ts\n')],
    ['a link to its documentation', readme.includes('](../docs/')],
    ['at most 60 lines', readme.split('\n').length <= 60],
    ...doors.map((door): [string, boolean] => [door, readme.includes(`\`${door}\``)]),
  ]
  return parts.filter(([, present]) => !present).map(([part]) => part)
}

describe('the README of a package', () => {
  test.each(workspaces().map(({folder, ...each}) => [folder, each] as const))(
    'of %s has everything a newcomer needs on one screen, and each entry point',
    (folder, {name, manifest}) => {
      const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
      const doors = Object.keys(Object(manifest['exports']))
        .filter((door) => door !== './package.json')
        .map((door) => name + door.slice(1))
      expect(missing(readme, name, doors)).toEqual([])
    },
  )

  test('fails without an entry point or the install line', () => {
    const readme = '# a\n\nnpm install a-b\n\n```ts\n```\n\n`a`\n[docs](../docs/a.md)\n'
    expect(missing(readme, 'a', ['a', 'a/deep'])).toEqual(['how to install it', 'a/deep'])
  })
})
