import {execFileSync} from 'node:child_process'
import {resolve} from 'node:path'

/** Once for all files of the project: each of them uses `dist`. */
export default function buildPackage(): void {
  const root = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['scripts/build.ts'], {cwd: root, stdio: 'inherit'})
}
