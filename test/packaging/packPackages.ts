import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {TestProject} from 'vitest/node'

import {packPackages} from '../../scripts/packPackages.ts'
import {installPacked, loaderTarballs} from './support/installTarballs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Paths of the packages' tarballs, as they are published. */
    tarballs: string[]
    /** A folder in which all of them but those of the Studio and the site are installed. */
    installed: string
  }
}

/** Once for all files of the project: builds, packs and installs every package, and removes it all afterwards. */
export default async function setup({provide}: TestProject): Promise<() => void> {
  const root = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['scripts/build.ts'], {cwd: root, stdio: 'inherit'})
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-tarballs-'))
  const tarballs = await packPackages(folder)
  provide('tarballs', tarballs)
  const installed = mkdtempSync(join(tmpdir(), 'touchpoints-package-'))
  writeFileSync(join(installed, 'package.json'), '{"name": "empty", "type": "module"}\n')
  await installPacked(installed, tarballs, [
    ...loaderTarballs,
    // The command line imports it for `touchpoints init`.
    'create-touchpoints',
    'touchpoints-cli',
    'touchpoints-elements',
    'touchpoints-importers',
    'touchpoints-lake',
  ])
  provide('installed', installed)
  return () => {
    for (const each of [folder, installed]) rmSync(each, {recursive: true, force: true})
  }
}
