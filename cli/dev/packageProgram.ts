import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {delimiter, dirname, join} from 'node:path'

import type {Shell} from '../shell.ts'
import type {MachineProgram, PackageProgram} from './frameworks.ts'

/** A file that can be run, or a sentence that says what is not there and how to get it. */
export type Located = {kind: 'found'; file: string} | {kind: 'missing'; message: string}

/** Finds the JavaScript file of a package's command, from a folder and the folders above it. */
export function packageProgram({package: name, command}: PackageProgram, folder: string): Located {
  const require = createRequire(join(folder, 'package.json'))
  try {
    const path = require.resolve(`${name}/package.json`)
    const {bin}: {bin: string | Record<string, string>} = require(path)
    const file = typeof bin === 'string' ? bin : bin[command]
    if (file) return {kind: 'found', file: join(dirname(path), file)}
  } catch {
    // Reported below, as is a package without the command.
  }
  return {kind: 'missing', message: `${name} is not installed. ${howToInstall(name, folder)}`}
}

/** Finds a program of the machine, or one of the project's packages with that name. */
export function machineProgram(
  {command, install}: MachineProgram,
  {env, folder}: Pick<Shell, 'env' | 'folder'>,
): Located {
  const folders = [join(folder, 'node_modules/.bin'), ...(env['PATH'] ?? '').split(delimiter)]
  const file = folders
    .filter((each) => each !== '')
    .flatMap((each) => [join(each, command), join(each, `${command}.exe`)])
    .find((each) => existsSync(each))
  if (file !== undefined) return {kind: 'found', file}
  return {kind: 'missing', message: `${command} is not installed. ${install} says how.`}
}

/** Says which command installs a package, in the words of the project's package manager. */
export function howToInstall(name: string, folder: string): string {
  const {manager, lists} = projectPackages(folder, name)
  const command = lists ? `${manager} install` : `${manager} ${adding[manager]} ${name}`
  return `Run \`${command}\` in ${folder}, then start again.`
}

const adding = {npm: 'install', pnpm: 'add', yarn: 'add', bun: 'add'} as const
type Manager = keyof typeof adding

const lockFiles: readonly (readonly [string, Manager])[] = [
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
]

/** Returns the package manager that has a lock file in the folder. Defaults to npm. */
export function packageManager(folder: string): Manager {
  return lockFiles.find(([file]) => existsSync(join(folder, file)))?.[1] ?? 'npm'
}

function projectPackages(folder: string, name: string): {manager: Manager; lists: boolean} {
  const manager = packageManager(folder)
  try {
    const manifest: object = Object(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const fields = ['dependencies', 'devDependencies']
    const lists = fields.some((field) => name in Object(Reflect.get(manifest, field)))
    return {manager, lists}
  } catch {
    return {manager, lists: false}
  }
}
