import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {copyFile, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {readManifest, root} from '../support/workspaces.ts'
import {emptyProject} from './support/emptyProject.ts'
import {installTarballs, installTime, loaderTarballs} from './support/installTarballs.ts'
import {plant} from './support/plant.ts'
import {typeErrors} from './support/typeErrors.ts'

const run = promisify(execFile)

/**
 * sanity 6.16.0 is the lowest and the highest version that the peer range accepts and npm can install.
 *
 * `@sanity/types` is named so that there is one copy beside sanity's: npm otherwise takes the newest that
 * others ask for, and tsc gives up ("excessive stack depth") on comparing the schema types of two versions.
 */
const studioPackages = [
  '@sanity/cli',
  '@sanity/types',
  '@sanity/vision',
  '@types/react',
  'react',
  'react-dom',
  'sanity',
  'styled-components',
]

let folder: string

beforeAll(async () => {
  const {devDependencies, overrides} = readManifest(root)
  const dependencies = pick(devDependencies, studioPackages)
  const pinned = Object.entries<unknown>(Object(overrides)).filter(
    ([, version]) => typeof version === 'string',
  )
  const project = await emptyProject({dependencies, overrides: Object.fromEntries(pinned)})
  folder = project.folder
  for (const name of ['sanity.config.ts', 'sanity.cli.ts']) {
    await copyFile(join(root, name), join(folder, name))
  }
  await installTarballs(folder, [...loaderTarballs, 'touchpoints-importers', 'touchpoints-studio'])
}, installTime)

afterAll(() => rm(folder, {recursive: true, force: true}))

function pick(versions: unknown, names: readonly string[]) {
  const all: Readonly<Record<string, unknown>> = Object(versions)
  return Object.fromEntries(names.map((name) => [name, all[name]]))
}

function build() {
  const sanity = join(folder, 'node_modules/.bin/sanity')
  const env = {
    ...process.env,
    SANITY_STUDIO_PROJECT_ID: 'abc12345',
    SANITY_STUDIO_DATASET: 'production',
    // The command asks and reports nothing.
    CI: '1',
    DO_NOT_TRACK: '1',
  }
  return run(process.execPath, [sanity, 'build', 'studio', '--yes'], {
    cwd: folder,
    env,
    timeout: 230_000,
  })
}

function errors(skipLibCheck: boolean) {
  return typeErrors(folder, {include: ['*.ts'], skipLibCheck})
}

test('the Studio of this repository builds from the tarballs in an empty folder', async () => {
  await build()
  expect(existsSync(join(folder, 'studio/index.html'))).toBe(true)
})

test('its build fails when a package that ours imports is missing', async () => {
  const installed = join(folder, 'node_modules/fullcalendar')
  const aside = join(folder, 'fullcalendar')
  await rename(installed, aside)
  await expect(build()).rejects.toMatchObject({stderr: expect.stringContaining('fullcalendar')})
  await rename(aside, installed)
})

test.each([true, false])('it type-checks with skipLibCheck: %s', async (skipLibCheck) => {
  expect(await errors(skipLibCheck)).toEqual([])
})

test('a mistake in the use of our types is an error in the project', async () => {
  const text = `
    import {withIcons} from '@touchpoints/studio'
    export const planted = withIcons('guest')
  `
  const found = plant(join(folder, 'planted.ts'), text, () => errors(true))
  expect(await found).toEqual([expect.stringMatching(/^planted\.ts\(3,\d+\): error TS2345/)])
})

test('a declaration that needs a missing package is an error without skipLibCheck', async () => {
  const declarations = join(folder, 'node_modules/@touchpoints/studio/index.d.ts')
  const text = await readFile(declarations, 'utf8')
  await writeFile(declarations, `${text}\nexport declare const planted: import('missing').Type\n`)
  expect(await errors(true)).toEqual([])
  expect(await errors(false)).toEqual([expect.stringContaining('error TS2307')])
  await writeFile(declarations, text)
})
