import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {TestProject} from 'vitest/node'

import {packPackages} from '../../scripts/packPackages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Paths of the packages' tarballs, as they would be published. */
    tarballs: string[]
  }
}

/** Once for all files of the project: builds and packs every package, and removes the tarballs afterwards. */
export default async function setup({provide}: TestProject): Promise<() => void> {
  const root = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['scripts/build.ts'], {cwd: root, stdio: 'inherit'})
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-tarballs-'))
  provide('tarballs', await packPackages(folder))
  return () => rmSync(folder, {recursive: true, force: true})
}
