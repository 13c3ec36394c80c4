import {execFile} from 'node:child_process'
import {globSync, readFileSync} from 'node:fs'
import {mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const doors = {extend: 'loaders/extension/index.ts', drift: 'loaders/drift/index.ts'}

const sources = globSync('loaders/{extension,drift,views}/*.ts', {cwd: root}).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)

/** Returns the names that an index file exports. */
function namesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    list.split(',').flatMap((name) => /\w+\s*$/.exec(name)?.[0].trim() ?? []),
  )
}

/** Returns the example in the docstring of an export. */
function exampleOf(name: string): string | undefined {
  const declared = `(?:interface|type|function) ${name}\\b`
  const pattern = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[^])*)\*/\s*export (?:declare )?${declared}`,
  )
  const [doc] = sources.flatMap((source) => pattern.exec(source)?.[1] ?? [])
  const [, example] = doc?.split('@example\n') ?? []
  return example?.replaceAll(/^ \* ?/gm, '').trim()
}

const names = Object.values(doors).flatMap(namesOf)

test('each export of touchpoints/extend and touchpoints/drift has an example', () => {
  expect(names).toEqual(expect.arrayContaining(['defineExtension', 'field', 'findDrift']))
  expect(names.filter((name) => exampleOf(name) === undefined)).toEqual([])
})

test('each of these examples compiles and runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-examples-'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type": "module"}\n')
  const compilerOptions = {
    noUnusedLocals: false,
    typeRoots: [join(root, 'node_modules/@types')],
  }
  const config = {extends: join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts']}
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({...config, exclude: []}))
  const files = names.map((name) => `${name}.ts`)
  for (const name of names) {
    const prelude = [
      `import * as z from '${exampleOf(name)?.includes('z.nullable(') ? 'zod/mini' : 'zod'}'`,
      `import type {Touchpoint} from 'touchpoints'`,
      `import {defineExtension, field, isExtension, projection} from 'touchpoints/extend'`,
      `import type {${namesOf(doors.extend).filter(isType).join(', ')}} from 'touchpoints/extend'`,
      `import {findDrift, type Drift, type DriftOptions} from 'touchpoints/drift'`,
    ]
    await writeFile(join(folder, `${name}.ts`), [...prelude, exampleOf(name)].join('\n'))
  }
  await writeFile(join(folder, 'all.js'), files.map((file) => `import './${file}'\n`).join(''))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const args = [compiler, '-p', folder, '--pretty', 'false']
  const compiled = await run(process.execPath, args, {cwd: folder}).then(
    ({stdout}) => stdout,
    ({stdout}: {stdout: string}) => stdout,
  )
  const errors = compiled.split('\n').filter((line) => /^\w+\.ts.*error TS/.test(line))
  expect(errors).toEqual([])
  await run(process.execPath, ['all.js'], {cwd: folder})
  await rm(folder, {recursive: true})
}, 120_000)

function isType(name: string): boolean {
  return /^[A-Z]/.test(name)
}
