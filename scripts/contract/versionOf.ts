import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

const manifest = z.object({version: z.string()})

/** Returns the version of the package in a folder. */
export function versionOf(folder: string): string {
  return manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version
}
