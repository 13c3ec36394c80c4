import {execFile} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {transform} from 'esbuild'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {root} from '../../../support/workspaces.ts'

const sources = join(root, 'calendar/fetch/isolation')
// No package is above it, as in a folder that a tool has copied files to.
const copied = mkdtempSync(join(tmpdir(), 'touchpoints-copied-'))
const published = join(copied, 'fetch/isolation')
const bundled = join(copied, 'assets')

beforeAll(async () => {
  const source = readFileSync(join(sources, 'workerFile.ts'), 'utf8')
  const {code} = await transform(source, {loader: 'ts', format: 'esm'})
  for (const folder of [published, bundled]) {
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}\n')
    writeFileSync(join(folder, 'workerFile.js'), code)
    writeFileSync(join(folder, 'calendarWorker.js'), '')
  }
})

afterAll(() => rmSync(copied, {recursive: true, force: true}))

/** What `workerFile` returns in a module of this folder. */
async function workerFileIn(folder: string): Promise<unknown> {
  const module = pathToFileURL(join(folder, 'workerFile.js')).href
  const program = `import {workerFile} from '${module}'; console.log(workerFile())`
  const args = ['--input-type=module', '--eval', program]
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: copied})
  return stdout.trim()
}

test('tools that copy the files of a server see the worker: its address is literal, and it exists', () => {
  // @vercel/nft follows `new URL` with a literal and import.meta.url, and neither a name in a variable nor .ts.
  const source = readFileSync(join(sources, 'workerFile.ts'), 'utf8')
  const [, name] = /new URL\('\.\/(\w+)\.js', import\.meta\.url\)/.exec(source) ?? []
  expect(name).toBe('calendarWorker')
  expect(existsSync(join(sources, `${name}.ts`))).toBe(true)
})

test('no bundler can resolve the name: Turbopack would put the number of a module in its place', () => {
  const code = readFileSync(join(published, 'workerFile.js'), 'utf8')
  const inOneExpression = /createRequire\([^)]*\)\.resolve\(/
  expect('createRequire(import.meta.url).resolve(door)').toMatch(inOneExpression)
  expect(code).toContain('.resolve(door)')
  expect(code.replaceAll(/\/\/.*$/gm, '')).not.toMatch(inOneExpression)
})

test('the worker beside the module is used where the name of the package leads nowhere', async () => {
  expect(await workerFileIn(published)).toBe(join(published, 'calendarWorker.js'))
})

test('a copy that a bundler puts elsewhere is not used, because it lacks what it imports', async () => {
  expect(await workerFileIn(bundled)).toBe('undefined')
})
