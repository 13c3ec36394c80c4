import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

const root = resolve(import.meta.dirname, '..')
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'touchpoints-architecture-'))
  cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  plant('schemas/schemaTypes.ts', 'export type Types = number\nexport const types = 1\n')
  plant('loaders/createLoader.ts', 'export const createLoader = 1\n')
  plant('loaders/adapters/http/adapter.ts', 'export const adapter = 1\n')
})

afterAll(() => rmSync(copy, {recursive: true, force: true}))

function plant(file: string, text: string) {
  mkdirSync(dirname(join(copy, file)), {recursive: true})
  writeFileSync(join(copy, file), text)
}

function lint(file: string, text: string): string {
  plant(file, text)
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--disable-nested-config', file],
    {cwd: copy, encoding: 'utf8', timeout: 30_000},
  )
  rmSync(join(copy, file))
  return run.stdout + run.stderr
}

test.each([
  ['lake/planted.ts', `import {types} from '../schemas/schemaTypes.ts'\nexport {types}\n`],
  [
    'lake/planted.ts',
    `import type {Types} from '../schemas/schemaTypes.ts'\nexport type {Types}\n`,
  ],
  ['loaders/planted.ts', `import {types} from '../schemas/schemaTypes.ts'\nexport {types}\n`],
  [
    'schemas/planted.ts',
    `import {createLoader} from '../loaders/createLoader.ts'\nexport {createLoader}\n`,
  ],
  ['site/planted.ts', `import {types} from '../schemas/schemaTypes.ts'\nexport {types}\n`],
  ['loaders/planted.ts', `import {adapter} from './adapters/http/adapter.ts'\nexport {adapter}\n`],
  ['loaders/planted.ts', `import React from 'react'\nexport {React}\n`],
])(
  'a forbidden import is an error in %s, so that the map of the packages stays true',
  (file, text) => {
    expect(lint(file, text)).toMatch(/boundaries\(dependencies\)|no-restricted-imports/)
  },
)

test.each([
  [
    'loaders/adapters/planted.ts',
    `import {createLoader} from '../createLoader.ts'\nexport {createLoader}\n`,
  ],
  ['site/planted.ts', `import {createLoader} from 'touchpoints'\nexport {createLoader}\n`],
  [
    'lake/planted.ts',
    `import {Hono} from 'hono'\nimport {DatabaseSync} from 'node:sqlite'\nexport {Hono, DatabaseSync}\n`,
  ],
])('an allowed import passes in %s, so that the rule does not reject everything', (file, text) => {
  expect(lint(file, text)).not.toMatch(/boundaries\(dependencies\)|no-restricted-imports/)
})
