import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'
import {newProject} from './support/newProject.ts'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-types-'))
  const files = await newProject('none', {name: `O'Brien \\ "Maps" \${x}`})
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), text)
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(() => rm(folder, {recursive: true}))

/** Returns the errors in files of the project. Types of packages are from the sources here, with another `lib`. */
async function typeErrors(): Promise<string[]> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const output = await run(process.execPath, [compiler, '--pretty', 'false'], {cwd: folder}).then(
    ({stdout}) => stdout,
    (error: {stdout: string}) => error.stdout,
  )
  return output.split('\n').filter((line) => /^[^.].*error TS/.test(line))
}

test('the configuration of the Studio compiles with the tsconfig.json of the project', async () => {
  expect(await typeErrors()).toEqual([])
})

test('a mistake in it is reported, which proves that the configuration is checked', async () => {
  await writeFile(
    join(folder, 'planted.ts'),
    `import './sanity.config.ts'\nexport const a: number = 'a'\n`,
  )
  expect(await typeErrors()).toEqual([expect.stringMatching(/^planted\.ts\(2,14\)/)])
})
