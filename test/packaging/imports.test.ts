import {execFile} from 'node:child_process'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, relative} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, inject, test} from 'vitest'

import {readManifest, workspaces} from '../support/workspaces.ts'
import {
  undeclaredImports,
  unusedDependencies,
  type PublishedPackage,
} from './support/publishedImports.ts'

const run = promisify(execFile)

/** Reads the manifest and the files of a tarball. */
async function published(tarball: string): Promise<PublishedPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-imports-'))
  try {
    await run('tar', ['-xzf', tarball, '-C', folder])
    const root = join(folder, 'package')
    const entries = await readdir(root, {recursive: true, withFileTypes: true})
    const paths = entries
      .filter((entry) => entry.isFile() && /\.(?:js|ts|astro)$/.test(entry.name))
      .map(({parentPath, name}) => join(parentPath, name))
      // The files of a created project, which has a manifest of its own.
      .filter((path) => !relative(root, path).startsWith('template/'))
    const texts = await Promise.all(
      paths.map(async (path) => [relative(root, path), await readFile(path, 'utf8')] as const),
    )
    return {manifest: readManifest(root), files: new Map(texts.flatMap(scriptsOf))}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** Returns the file, or the scripts of an Astro template: its code between the fences, and each `<script>`. */
function scriptsOf([path, text]: readonly [string, string]): (readonly [string, string])[] {
  if (!path.endsWith('.astro')) return [[path, text]]
  const scripts = text.matchAll(/^---\n(.*?)^---$|<script>(.*?)<\/script>/gms)
  return [...scripts].map(([, code, script], index) => {
    // A template may return outside of a function, and a module may not.
    const module = (code ?? script ?? '').replaceAll(/\breturn (?=\S)/g, 'void ')
    return [`${path}.${index}.ts`, module]
  })
}

/** Packages of fonts, read by a path that is composed. */
const readByPath = ['@fontsource/source-sans-3', '@fontsource/source-serif-4']

describe.each(inject('tarballs').map((path) => [basename(path), path]))('%s', (_name, tarball) => {
  test('declares each package that it imports, so that an install includes it', async () => {
    const read = await published(tarball)
    expect(read.files.size).toBeGreaterThan(1)
    expect(undeclaredImports(read)).toEqual([])
  })

  test('declares no dependency that it does not import', async () => {
    const siblings = workspaces().map(({manifest}) => manifest)
    const unused = unusedDependencies(await published(tarball), siblings)
    expect(unused.filter((name) => !readByPath.includes(name))).toEqual([])
  })
})

describe('an undeclared import is reported', () => {
  const manifest = {
    name: 'own',
    dependencies: {zod: '4', '@types/mdast': '4', unused: '1'},
    peerDependencies: {react: '19'},
  }
  const check = (file: string, text: string) =>
    undeclaredImports({manifest, files: new Map([[file, text]])})

  test.each([
    ['a.js', `import 'absent'`],
    ['a.js', `import {x} from 'absent/deep'`],
    ['a.js', `export * from 'absent'`],
    ['a.js', `export {x} from 'absent'`],
    ['a.js', `const load = () => import('absent')`],
    ['a.js', `const file = new URL(import.meta.resolve('absent/file.js'))`],
    ['a.d.ts', `import type {X} from 'absent'`],
    ['a.d.ts', `export declare const x: import('absent').X<string>`],
    ['a.d.ts', `export declare function f(x: {y: import('absent').X[]}): void`],
  ])('in %s: %s', (file, text) => {
    expect(check(file, text)).toEqual([`${file} imports absent`])
  })

  test('by the name of its package, including the scope', () => {
    expect(check('a.js', `import '@absent/one/deep'`)).toEqual(['a.js imports @absent/one'])
  })

  test('unless it is declared, built in, from the package itself, or in a comment', () => {
    const text = `
      // import 'absent'
      import 'zod/mini'
      import 'react/jsx-runtime'
      import 'node:fs'
      import './other.js'
      import 'own/door'
      export const text = "import 'absent'"
    `
    expect(check('a.js', text)).toEqual([])
  })

  test('and @types declares types only, because the package itself is needed at run time', () => {
    expect(check('a.d.ts', `import type {Root} from 'mdast'`)).toEqual([])
    expect(check('a.js', `import 'mdast'`)).toEqual(['a.js imports mdast'])
  })

  test('and so is a dependency without an import', () => {
    const files = new Map([['a.d.ts', `import 'zod'\nimport type {Root} from 'mdast'`]])
    expect(unusedDependencies({manifest, files})).toEqual(['unused'])
    // A package declares the peers that its dependencies need.
    const sibling = {name: 'zod', peerDependencies: {unused: '1'}}
    expect(unusedDependencies({manifest, files}, [sibling])).toEqual([])
    expect(unusedDependencies({manifest, files}, [{...sibling, name: 'other'}])).toEqual(['unused'])
  })
})
