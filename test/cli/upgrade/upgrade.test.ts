import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {upgrade} from '../../../cli/upgrade.ts'
import {comparePackages} from '../../../cli/upgrade/comparePackages.ts'
import type {PublishedResult} from '../../../cli/upgrade/npmView.ts'
import {openLake} from '../../../cli/dev/openLake.ts'
import {readSettings} from '../../../cli/dev/settings.ts'
import type {Shell} from '../../../cli/shell.ts'
import {projectFolder} from '../support/fakeProject.ts'

const installedVersion = (name: string, version: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({name, version}),
})
const manifest = (dependencies: Record<string, string>) => ({
  'package.json': JSON.stringify({dependencies}),
})
const found = (version: string, peers: Record<string, string> = {}): PublishedResult => ({
  kind: 'found',
  published: {version, peers},
})

async function run(
  files: Record<string, string>,
  results: Record<string, PublishedResult>,
  options: {yes?: boolean; confirm?: boolean; started?: boolean} = {},
) {
  const folder = projectFolder(files)
  if (options.started) {
    const lake = await openLake(readSettings({}, folder), folder, () => {})
    lake.close()
  }
  let out = ''
  let err = ''
  const {confirm} = options
  const shell: Shell = {
    env: {},
    folder,
    writeOutput: (text) => void (out += text),
    writeError: (text) => void (err += text),
    isTerminal: {output: false, error: false},
    ...(confirm !== undefined && {confirm: () => Promise.resolve(confirm)}),
    stopSignal: () => new AbortController().signal,
    fail: () => {},
  }
  const view = (name: string) => Promise.resolve(results[name] ?? {kind: 'unknown' as const})
  await upgrade({yes: options.yes ?? false, today: '2026-11-17'}, shell, view)
  return {folder, out, err}
}

test('what is behind is listed with the command that installs it, and package.json stays', async () => {
  const files = {
    ...manifest({
      touchpoints: '^0.1.0',
      '@touchpoints/studio': '^0.1.0',
      sanity: '6.15.0',
      left: '1',
    }),
    ...installedVersion('touchpoints', '0.2.0'),
    ...installedVersion('@touchpoints/studio', '0.1.0'),
    ...installedVersion('sanity', '6.15.0'),
  }
  const {out, err, folder} = await run(files, {
    touchpoints: found('0.2.0'),
    '@touchpoints/studio': found('0.2.0', {sanity: '^6.16.0', react: '^19.0.0'}),
  })
  expect(err).toBe('')
  expect(out).toContain('@touchpoints/studio: 0.1.0 → 0.2.0')
  expect(out).toContain('sanity: 6.15.0 → ^6.16.0, required by @touchpoints/studio 0.2.0')
  expect(out).toContain('npm install @touchpoints/studio@0.2.0 sanity@^6.16.0')
  expect(out).not.toContain('react')
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(files['package.json'])
})

test('without a connection it says so, and still looks at the content', async () => {
  const files = {
    ...manifest({touchpoints: '^0.1.0', '@touchpoints/cli': '^0.1.0'}),
    'content/community.ndjson':
      '{"_id":"community","_type":"community","name":"Reef","timeZone":"Europe/Madrid"}\n',
  }
  const {out, err} = await run(files, {touchpoints: {kind: 'unreachable', reason: 'ENOTFOUND'}})
  expect(err).toContain(
    'touchpoints could not be compared, because npm has no connection (ENOTFOUND)',
  )
  expect(err).toContain('@touchpoints/cli is not in the registry')
  expect(out).toContain('All of them are in the current model')
})

test('packages from a file, and newer ones than the registry has, are left alone', () => {
  const packages = [
    {name: 'touchpoints', range: 'file:../packed/touchpoints.tgz', installed: '0.1.0'},
    {name: '@touchpoints/cli', range: '^0.3.0', installed: '0.3.0'},
  ]
  const newest = new Map([
    ['touchpoints', {version: '0.2.0', peers: {}}],
    ['@touchpoints/cli', {version: '0.2.0', peers: {}}],
  ])
  expect(comparePackages(packages, newest)).toEqual([])
})

// The previous model had no document of the community.
const old = {
  ...manifest({}),
  'content/guests.ndjson': '{"_id":"ada","_type":"guest","name":"Ada"}\n',
}

test('a migration is shown first, and written to the files only on request', async () => {
  const shown = await run(old, {})
  expect(shown.out).toContain('Nothing was written')
  expect(readdirSync(join(shown.folder, 'content'))).toEqual(['guests.ndjson'])
  const written = await run(old, {}, {yes: true})
  expect(written.out).toContain('are in the current model')
  expect(readdirSync(join(written.folder, 'content'))).toContain('community.ndjson')
})

test('a migration of a lake is written after a question and a backup', async () => {
  const refused = await run(old, {}, {confirm: false, started: true})
  expect(refused.out).toContain('Nothing was written')
  const accepted = await run(old, {}, {confirm: true, started: true})
  expect(accepted.out).toContain('Backed up what is there to')
  expect(readdirSync(join(accepted.folder, 'backups'))).toHaveLength(1)
  expect(accepted.out).toContain('in the current model')
})

test('a folder without package.json is an error that says where to go', async () => {
  await expect(run({}, {})).rejects.toThrow('Change to the folder of your project')
})

test('packages that the registry does not have are named in one line, with the way to upgrade', async () => {
  const files = manifest({touchpoints: '^0.1.0', '@touchpoints/cli': '^0.1.0'})
  const {err} = await run(files, {})
  expect(err).toBe(
    'touchpoints, @touchpoints/cli are not in the registry. To upgrade packages that come as files, install the new files: npm install FOLDER/*.tgz\n',
  )
})

test('packages from files are not looked up', async () => {
  const files = manifest({touchpoints: 'file:../touchpoints-0.1.0.tgz'})
  const {out, err} = await run(files, {touchpoints: found('9.0.0')})
  expect([out, err]).toEqual([expect.stringContaining('npm install FOLDER/*.tgz'), ''])
  expect(out).not.toContain('9.0.0')
})
