import {execFile} from 'node:child_process'
import {appendFileSync, cpSync, mkdtempSync, mkdirSync, readdirSync} from 'node:fs'
import {rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, delimiter, join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {readManifest, root, workspaces} from '../support/workspaces.ts'

const run = promisify(execFile)
const bin = join(root, 'node_modules/.bin')

let copy: string
/** Output by gate. A gate that passed printed one line. */
let reports: ReadonlyMap<string, string>

/** Creates one copy with an error for each gate, and runs `npm run check` in it once. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'touchpoints-planted-'))
  copyRepository(copy)
  plantErrors()
  reports = await check()
}, 600_000)

afterAll(() => rmSync(copy, {recursive: true, force: true}))

function plantErrors() {
  append('site/src/calendar/monthGrid.ts', `export const planted: string = 1\n`)
  append('site/src/routes/index.astro', `<p>{undefinedName}</p>\n`)
  write(
    'site/src/components/Planted.astro',
    `---
import {linkTo} from '@touchpoints/calendar/links'
---

<a href={linkTo('/planted/')}>Planted</a>
`,
  )
  append('examples/astro/src/pages/index.astro', `<p>{newest[0]?.data.noSuchField}</p>\n`)
  append('examples/next/lib/loader.ts', `export const planted: any = 1\n`)
  append('examples/astro/src/loader.ts', `export const same = siteUrl == ''\n`)
  const frontmatter = `---\nconst planted = Astro.url.host == ''\n---\n\n<p>{planted}</p>\n`
  write('site/src/routes/planted.astro', frontmatter)
  write('calendar/plantedType.ts', `export const planted: string = 1\n`)
  append('importers/markdown/index.ts', `import 'not-declared'\n`)
  const importers = readManifest(join(copy, 'importers'))
  const dependencies = {...Object(importers['dependencies']), 'not-used': '^1.0.0'}
  write('importers/package.json', JSON.stringify({...importers, dependencies}))
  write('lake/onlyForTests.ts', `export const onlyForTests = 1\n`)
  write(
    'test/planted.test.ts',
    `import {onlyForTests} from '../lake/onlyForTests.ts'\nonlyForTests\n`,
  )
  // Random, so that it does not compress.
  const large = Array.from({length: 20}, () => crypto.randomUUID()).join('')
  append('calendar/time/formats.ts', `export const large = '${large}'\n`)
  const elements = readManifest(join(copy, 'elements'))
  const exports = {...Object(elements['exports']), './planted': './index.ts'}
  write('elements/package.json', JSON.stringify({...elements, exports}))
  write('calendar/plantedFormat.ts', `export const  planted = "1";\n`)
}

test.each([
  ['types', 'calendar/plantedType.ts'],
  ['types-site', 'site/src/calendar/monthGrid.ts'],
  ['astro', `Cannot find name 'undefinedName'`],
  // The compiler prints the two in either order.
  [
    'astro',
    /is not assignable to parameter of type '(?:SitePath|SafeUrl) \| (?:SitePath|SafeUrl)'/,
  ],
  ['astro-example', `Property 'noSuchField' does not exist`],
  ['lint', 'examples/next/lib/loader.ts'],
  ['lint', 'examples/astro/src/loader.ts'],
  ['lint', 'site/src/routes/planted.astro'],
  ['unused', 'not-declared'],
  ['unused', 'not-used'],
  ['unused-production', 'lake/onlyForTests.ts'],
  ['size', /@touchpoints\/calendar\/formats\s+Package size limit has exceeded/],
  ['size', '@touchpoints/elements/planted: no limit'],
  ['format', 'calendar/plantedFormat.ts'],
])('the gate %s fails and reports its planted error: %s', (gate, error) => {
  expect(reports.get(gate)).toMatch(error)
})

test('every gate has a planted error, so that a new gate must have one too', () => {
  const passed = [...reports].filter(([, report]) => report.startsWith('✓'))
  expect(reports.size).toBeGreaterThan(0)
  expect(passed).toEqual([])
})

/** Runs every gate in the copy and returns the output by gate. */
async function check(): Promise<Map<string, string>> {
  const env = {...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}`, NO_COLOR: '1'}
  const failure: unknown = await run(process.execPath, ['scripts/check.ts'], {
    cwd: copy,
    env,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => error)
  const {stdout} = Object(failure)
  return new Map(
    String(stdout)
      .split(/^(?=[✓✗] )/m)
      .map((report) => [report.slice(2, report.indexOf(':')), report]),
  )
}

/** Folders with build output or data. */
const generated = new Set([
  '.git',
  '.touchpoints',
  '.astro',
  '.build',
  '.package',
  'dist',
  'node_modules',
  'packed',
])

/** Copies the sources. Links third-party packages, and the project's own packages in the copy. */
function copyRepository(target: string) {
  cpSync(root, target, {recursive: true, filter: (path) => !generated.has(basename(path))})
  const own = new Set(['@touchpoints', ...workspaces().map(({name}) => name)])
  mkdirSync(join(target, 'node_modules/@touchpoints'), {recursive: true})
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!own.has(name)) link(`node_modules/${name}`)
  }
  for (const {folder, name} of workspaces()) {
    symlinkSync(join(target, folder), join(target, 'node_modules', name))
  }
  link('site/node_modules')
}

function link(path: string) {
  symlinkSync(join(root, path), join(copy, path))
}

function write(path: string, text: string) {
  writeFileSync(join(copy, path), text)
}

function append(path: string, text: string) {
  appendFileSync(join(copy, path), text)
}
