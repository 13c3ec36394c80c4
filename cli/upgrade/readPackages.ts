import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {CliError} from '../CliError.ts'

/** A package that a project lists. */
export interface ListedPackage {
  name: string
  /** As package.json has it, such as `^0.1.0` or `file:…`. */
  range: string
  /** Undefined when it is not installed. */
  installed: string | undefined
}

/**
 * Reads which packages a project lists, and which versions are installed.
 *
 * @throws CliError when the folder has no package.json
 */
export function readPackages(folder: string): ListedPackage[] {
  const manifest = readManifest(join(folder, 'package.json'))
  if (!manifest) {
    const message = `There is no package.json in ${folder}. Change to the folder of your project.`
    throw new CliError('bad-input', message)
  }
  return ['dependencies', 'devDependencies'].flatMap((field) =>
    Object.entries(Object(Reflect.get(manifest, field))).flatMap(([name, range]) =>
      typeof range === 'string' ? [{name, range, installed: installedVersion(name, folder)}] : [],
    ),
  )
}

/** Returns whether a package is one of this project. */
export function isOurs(name: string): boolean {
  return /^(?:@touchpoints\/.+|touchpoints|create-touchpoints)$/.test(name)
}

function installedVersion(name: string, folder: string): string | undefined {
  const manifest = readManifest(join(folder, 'node_modules', name, 'package.json'))
  const version: unknown = manifest && Reflect.get(manifest, 'version')
  return typeof version === 'string' ? version : undefined
}

function readManifest(file: string): object | undefined {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
