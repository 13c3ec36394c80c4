import {execFile} from 'node:child_process'
import {mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {filesOfPage, writeFiles} from '../support/extendingPage.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
let folder: string

/** `astro sync` writes the real one. */
const astro = `
declare module 'astro:content' {
  export function defineCollection<Loader extends import('astro/loaders').Loader>(collection: {loader: Loader}): {loader: Loader}
}
`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-extending-'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const options = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {jsx: 'react-jsx', typeRoots: [join(root, 'node_modules/@types')]},
    include: ['**/*.ts', '**/*.tsx'],
    exclude: ['node_modules'],
  }
  await writeFile(join(folder, 'package.json'), '{"type": "module"}\n')
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(options))
  await writeFiles(folder, [...(await filesOfPage()), ['astro.d.ts', astro]])
})

afterAll(() => rm(folder, {recursive: true}))

async function errors(): Promise<string[]> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const args = [compiler, '-p', folder, '--pretty', 'false']
  const output = await run(process.execPath, args, {cwd: folder}).then(
    ({stdout}) => stdout,
    ({stdout}: {stdout: string}) => stdout,
  )
  // Sources of this repository have a configuration of their own.
  return output.split('\n').filter((line) => line.includes('error TS') && !line.startsWith('..'))
}

test('every file of docs/extending.md compiles: the Studio, Astro and Next too', async () => {
  expect(await errors()).toEqual([])
}, 120_000)

test('a mistake in a page is an error, so that this test can fail', async () => {
  const page = (await filesOfPage()).get('app/page.tsx') ?? ''
  await writeFiles(folder, [['app/other.tsx', page.replace('venue.address', 'venue.street')]])
  expect(await errors()).toEqual([expect.stringMatching(/^app\/other\.tsx.*TS2339.*street/)])
}, 120_000)
