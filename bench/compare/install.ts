import {execFileSync} from 'node:child_process'
import {existsSync, lstatSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/** What a program installs. */
export interface Installed {
  packages: number
  megabytes: number
}

/** Installs the dependencies of the package.json in a folder, without their scripts. */
export function install(folder: string) {
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  execFileSync('npm', ['install', ...flags], {cwd: folder, stdio: 'inherit'})
}

/** Measures the packages of a folder: their number and the size of their files. */
export function installed(folder: string): Installed {
  const root = join(folder, 'node_modules')
  const packages = Object.keys(lockedPackages(root)).filter((path) =>
    existsSync(join(folder, path)),
  )
  return {packages: packages.length, megabytes: Math.round(bytesIn(root) / 1e6)}
}

/** npm writes what it has installed, also for packages within others. */
function lockedPackages(root: string): object {
  const lock: unknown = JSON.parse(readFileSync(join(root, '.package-lock.json'), 'utf8'))
  return Object(Reflect.get(Object(lock), 'packages'))
}

/** Returns the version of an installed package. */
export function versionOf(folder: string, name: string): string {
  const file = join(folder, 'node_modules', name, 'package.json')
  return String(Reflect.get(Object(JSON.parse(readFileSync(file, 'utf8'))), 'version'))
}

function bytesIn(path: string): number {
  const stats = lstatSync(path)
  if (!stats.isDirectory()) return stats.size
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}
