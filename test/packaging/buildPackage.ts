import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as it would be published. */
    tarball: string
  }
}

/** Once for all files of the project: builds `dist`, packs it, and takes the tarball away again. */
export default function buildPackage({provide}: TestProject): () => void {
  const root = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['scripts/build.ts'], {cwd: root, stdio: 'inherit'})
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-tarball-'))
  const pack = ['pack', '--ignore-scripts', '--pack-destination', folder]
  execFileSync('npm', pack, {cwd: root, stdio: 'ignore'})
  const [name = ''] = readdirSync(folder)
  provide('tarball', join(folder, name))
  return () => rmSync(folder, {recursive: true, force: true})
}
