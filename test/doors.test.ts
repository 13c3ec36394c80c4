import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {build} from 'esbuild'
import {describe, expect, test} from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** The source of each of the package's doors, by the name it is imported under. */
function doors(): Map<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
  const exported = Object.entries<unknown>(Object(Reflect.get(Object(manifest), 'exports')))
  return new Map(
    exported.flatMap(([name, target]) => {
      const file: unknown = Reflect.get(Object(target), 'default')
      if (typeof file !== 'string') return []
      return [[name, resolve(root, file.replace('./dist/', '').replace(/\.js$/, '.ts'))] as const]
    }),
  )
}

/** Which packages and built-in modules a file pulls in as soon as it is imported. */
async function imports(file: string): Promise<string[]> {
  const {metafile} = await build({
    entryPoints: [file],
    bundle: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    external: ['node:*'],
  })
  const found = Object.values(metafile.inputs).flatMap((input) => input.imports)
  const outside = found.filter(({external, kind}) => external && kind !== 'dynamic-import')
  return [...new Set(outside.map(({path}) => path))].sort()
}

const frameworks = /^(?:react|react-dom|sanity|@sanity\/ui|astro|next|styled-components)(?:\/|$)/
const builtIn = /^node:/

/** What a door must not pull in: a reader's bundle, or a machine without it, would pay or break. */
const forbidden: Record<string, RegExp[]> = {
  '.': [frameworks, builtIn, /^(?:node-ical|ical-generator|temporal-polyfill|rrule-temporal)/],
  './calendar': [frameworks],
  './schemas': [frameworks, builtIn],
  './studio': [builtIn, /^(?:astro|next)(?:\/|$)/],
  './feeds': [frameworks, builtIn],
  './rules': [frameworks, builtIn],
  './http': [frameworks, builtIn],
  './element': [frameworks, builtIn, /^(?!zod\/mini$)/],
  './astro': [frameworks, builtIn],
  './next': [frameworks, builtIn],
  './hugo': [frameworks],
  './lake': [frameworks],
}

describe('each door', () => {
  test('has a source and a rule, so that a new one is not forgotten here', () => {
    expect([...doors().keys()].sort()).toEqual(Object.keys(forbidden).sort())
    for (const file of doors().values()) expect(existsSync(file)).toBe(true)
  })

  test.each([...doors()])('%s pulls in nothing it should not', async (name, file) => {
    const rules = forbidden[name] ?? []
    const wrong = (await imports(file)).filter((path) => rules.some((rule) => rule.test(path)))
    expect(wrong).toEqual([])
  })

  test('the rule would see what is pulled in two files away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchpoints-doors-'))
    writeFileSync(join(folder, 'door.ts'), `export {deep} from './deep.ts'\n`)
    writeFileSync(
      join(folder, 'deep.ts'),
      `import {readFileSync} from 'node:fs'\nimport {useState} from 'react'\nexport const deep = [readFileSync, useState, () => import('sanity')]\n`,
    )
    const found = await imports(join(folder, 'door.ts'))
    rmSync(folder, {recursive: true})
    expect(found).toEqual(['node:fs', 'react'])
    expect(found.filter((path) => frameworks.test(path))).toEqual(['react'])
  })
})
