import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

import {packages} from '../../scripts/packages.ts'

export const root = resolve(import.meta.dirname, '../..')

export interface Workspace {
  /** The folder, relative to the root. */
  folder: string
  /** What it is imported as. */
  name: string
  manifest: Readonly<Record<string, unknown>>
  /** The source of each door, by the name it is imported under, such as `@touchpoints/calendar/time`. */
  doors: ReadonlyMap<string, string>
}

/** Every published package of the repository, with its doors. */
export function workspaces(): Workspace[] {
  return packages.map((folder) => {
    const manifest = readManifest(join(root, folder))
    const name = String(manifest['name'])
    const doors = Object.entries<unknown>(Object(manifest['exports'])).flatMap(([door, file]) =>
      typeof file === 'string' && file.endsWith('.ts')
        ? [[name + door.slice(1), join(root, folder, file)] as const]
        : [],
    )
    return {folder, name, manifest, doors: new Map(doors)}
  })
}

export function readManifest(folder: string): Record<string, unknown> {
  return Object(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
}
