import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

import {packages} from '../../scripts/packages.ts'

export const root = resolve(import.meta.dirname, '../..')

export interface Workspace {
  /** Folder, relative to the root. */
  folder: string
  /** Package name. */
  name: string
  manifest: Readonly<Record<string, unknown>>
  /** Source of each entry point by its import name, such as `@touchpoints/calendar/time`. */
  doors: ReadonlyMap<string, string>
}

/** Returns every published package of the repository, with its entry points. */
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
