import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {build as bundle, type Plugin} from 'esbuild'
import {describe, expect, test} from 'vitest'

import {workspaces} from './support/workspaces.ts'

const doors = new Map(workspaces().flatMap(({doors: own}) => [...own]))

/** Bundles the packages of this repository and leaves every other import external. */
const ownPackages: Plugin = {
  name: 'own packages',
  setup(build) {
    build.onResolve({filter: /^[^./]/}, ({path, kind}) => {
      if (kind === 'entry-point') return undefined
      const source = doors.get(path)
      return source === undefined ? {path, external: true} : {path: source}
    })
  },
}

/**
 * Returns the packages and built-in modules that a file imports, at any depth.
 *
 * @param lazy - whether to include what files import that are themselves imported with `import()`
 */
async function imports(file: string, {lazy} = {lazy: true}): Promise<string[]> {
  const {metafile} = await bundle({
    entryPoints: [file],
    bundle: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    plugins: [ownPackages],
    loader: {'.css': 'empty'},
  })
  const entry = Object.values(metafile.outputs).flatMap(({entryPoint}) => entryPoint ?? [])
  const files = new Set(lazy ? Object.keys(metafile.inputs) : entry)
  const outside = new Set<string>()
  // A file that is added while the set is walked is walked, too.
  for (const each of files) {
    for (const {external, kind, path} of metafile.inputs[each]?.imports ?? []) {
      if (kind === 'dynamic-import') continue
      if (external) outside.add(path)
      else files.add(path)
    }
  }
  return [...outside].sort()
}

const frameworks = /^(?:react|react-dom|sanity|@sanity\/ui|astro|next|styled-components)(?:\/|$)/
const builtIn = /^node:/
const parsers = /^(?:node-ical|ical-generator)(?:\/|$)/
const fetchers = /^undici(?:\/|$)/
const sanity = /^@sanity\//

/** The doors for frameworks add types only. */
const elementsNeed = [frameworks, builtIn, /^(?!zod\/mini$)/]

/** Imports that an entry point must not have: they would enlarge a page, or fail where they are missing. */
const forbidden: Record<string, RegExp[]> = {
  touchpoints: [frameworks, builtIn, parsers, fetchers, /^(?:temporal-polyfill|rrule-temporal)/],
  'touchpoints/events-json': [frameworks, builtIn, sanity, /^(?!zod\/mini$)(?!temporal-polyfill$)/],
  // A test imports it, beside the packages of a Studio.
  'touchpoints/drift': [frameworks, builtIn, fetchers],
  'touchpoints/extend': [/^(?!zod\/mini$)/],
  'touchpoints/feeds': [frameworks, builtIn, fetchers, sanity],
  'touchpoints/preview': [frameworks, builtIn, fetchers],
  'touchpoints/rules': [frameworks, builtIn, fetchers, sanity],
  'touchpoints/http': [frameworks, builtIn, fetchers],
  'touchpoints/last-good': [frameworks, builtIn, fetchers, sanity, parsers],
  'touchpoints/node': [frameworks, fetchers, sanity, parsers],
  'touchpoints/astro': [frameworks, builtIn, fetchers],
  'touchpoints/next': [frameworks, builtIn, fetchers],
  'touchpoints/next/live': [/^(?!react$)(?!next\/navigation$)/],
  'touchpoints/next/visual-editing': [/^(?!react$)(?!next\/navigation$)/],
  'touchpoints/files': [frameworks, fetchers],
  'touchpoints/hugo': [frameworks, fetchers],
  'touchpoints/jekyll': [frameworks, fetchers],
  '@touchpoints/calendar': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/calendar/audit': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/calendar/formats': [/./],
  '@touchpoints/calendar/fetch': [frameworks, sanity, parsers],
  '@touchpoints/calendar/fetch/plain': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/calendar/fetch/worker': [frameworks, sanity, parsers],
  '@touchpoints/calendar/links': [/./],
  '@touchpoints/calendar/option-names': [/./],
  '@touchpoints/calendar/plain-text': [/./],
  '@touchpoints/calendar/merge': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/calendar/problems': [/./],
  // It starts a process, and only that imports node-ical.
  '@touchpoints/calendar/second-reading': [frameworks, sanity, parsers, fetchers],
  '@touchpoints/calendar/time': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/words': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/words/catalog': [/./],
  '@touchpoints/words/dates': [/./],
  '@touchpoints/words/plain': [/./],
  '@touchpoints/calendar/rhythm': [frameworks, sanity, builtIn, parsers, fetchers],
  '@touchpoints/schemas': [frameworks, builtIn, parsers, fetchers],
  '@touchpoints/schemas/appearance': [/./],
  '@touchpoints/schemas/defaults': [/./],
  '@touchpoints/schemas/language-tag': [/./],
  '@touchpoints/schemas/migration': [/./],
  '@touchpoints/schemas/path-text': [/./],
  '@touchpoints/schemas/reading': [frameworks, builtIn, sanity],
  '@touchpoints/schemas/registry': [/./],
  '@touchpoints/schemas/rules': [frameworks, builtIn, sanity],
  '@touchpoints/schemas/scalars': [frameworks, builtIn, sanity],
  '@touchpoints/elements': elementsNeed,
  '@touchpoints/elements/html': elementsNeed,
  '@touchpoints/elements/preact': elementsNeed,
  '@touchpoints/elements/react': elementsNeed,
  '@touchpoints/elements/solid': elementsNeed,
  '@touchpoints/elements/svelte': elementsNeed,
  '@touchpoints/elements/vue': elementsNeed,
  '@touchpoints/importers/markdown': [frameworks, builtIn, sanity],
  '@touchpoints/importers/plan': [frameworks, builtIn, parsers, sanity],
  '@touchpoints/importers/sources': [frameworks, builtIn, parsers, sanity],
  '@touchpoints/lake': [frameworks],
  '@touchpoints/lake/cli': [frameworks],
  '@touchpoints/lake/testing': [frameworks],
  '@touchpoints/lake/vitest': [frameworks],
  '@touchpoints/studio': [builtIn, parsers, fetchers, /^(?:astro|next)(?:\/|$)/],
  '@touchpoints/studio/connection': [frameworks, builtIn],
  '@touchpoints/cli': [frameworks],
  // It names the types of astro only: Astro itself loads the integration.
  '@touchpoints/site': [frameworks, sanity, parsers, fetchers],
  // `npm create` downloads it, so nothing else may come with it.
  'create-touchpoints': [/^(?!node:)(?!@clack\/prompts$)(?!zod\/mini$)/],
  'create-touchpoints/flags': [/./],
}

/** What an entry point may import with `import()`, when it is first needed, although its rule forbids it. */
const lazily: Record<string, RegExp> = {
  // A loader without a reader of feeds merges sessions and cadences itself.
  touchpoints: /^temporal-polyfill$/,
}

describe('each entry point', () => {
  test('has a source and a rule, so that a new one must add its rule here', () => {
    expect([...doors.keys()].sort()).toEqual(Object.keys(forbidden).sort())
    for (const file of doors.values()) expect(existsSync(file)).toBe(true)
  })

  test.each([...doors])('%s imports nothing that its rule forbids', async (name, file) => {
    const rules = forbidden[name] ?? []
    const isForbidden = (path: string) => rules.some((rule) => rule.test(path))
    const all = (await imports(file)).filter(isForbidden)
    expect(all.filter((path) => !lazily[name]?.test(path))).toEqual([])
    expect((await imports(file, {lazy: false})).filter(isForbidden)).toEqual([])
  })

  test('an import two files away, or through another package, is found', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchpoints-doors-'))
    writeFileSync(
      join(folder, 'door.ts'),
      `export {deep} from './deep.ts'\nexport {isTimeZone} from '@touchpoints/calendar/time'\n`,
    )
    writeFileSync(
      join(folder, 'deep.ts'),
      `import {readFileSync} from 'node:fs'\nimport {useState} from 'react'\nexport const deep = [readFileSync, useState, () => import('sanity'), () => import('./lazy.ts')]\n`,
    )
    writeFileSync(join(folder, 'lazy.ts'), `export {join} from 'node:path'\n`)
    const imported = await imports(join(folder, 'door.ts'), {lazy: false})
    const withLazy = await imports(join(folder, 'door.ts'))
    rmSync(folder, {recursive: true})
    expect(imported).toEqual(['node:fs', 'react', 'temporal-polyfill'])
    expect(withLazy).toEqual(['node:fs', 'node:path', 'react', 'temporal-polyfill'])
    expect(imported.filter((path) => frameworks.test(path))).toEqual(['react'])
  })
})
