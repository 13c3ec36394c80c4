import {readdir, readFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {Framework} from './answers.ts'

// The published package has one bundle beside this folder, so only files at the top of the package may name it.
const root = fileURLToPath(new URL('template', import.meta.url))

/**
 * Reads the files that every project has, and those of its framework.
 *
 * @param recipes - whether also the workflows and the container that publish a site. A project that exists has its
 *   own, and a workflow would run with the next push.
 */
export async function templateFiles(
  framework: Framework,
  {recipes}: {recipes: boolean},
): Promise<ReadonlyMap<string, string>> {
  const [base, own, publish] = await Promise.all(['base', framework, 'publish'].map(filesIn))
  const chosen = recipes ? [...(publish ?? [])].filter(([path]) => fits(path, framework)) : []
  return new Map([...(base ?? []), ...(own ?? []), ...chosen])
}

/** Every project can export into the repository of another site. The recipes for a host build a site in Astro. */
function fits(path: string, framework: Framework): boolean {
  return framework === 'astro' || /^\.github\/(?:scripts\/|workflows\/export\.yml)/.test(path)
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(join(root, folder), {withFileTypes: true, recursive: true}).catch(
    ifMissing,
  )
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
  const texts = await Promise.all(
    files.map(async (file) => {
      const path = relative(join(root, folder), file).split(sep).join('/')
      return [withDot(path), await readFile(file, 'utf8')] as const
    }),
  )
  return new Map(texts.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** npm leaves `.gitignore` and `.npmrc` out of a package, so names begin with `_` where the project has a dot. */
function withDot(path: string): string {
  return path.replace(/^_|(?<=\/)_(?=gitignore$)/, '.')
}

/** A framework without files of its own has no folder. */
function ifMissing(error: unknown): [] {
  if (Reflect.get(Object(error), 'code') === 'ENOENT') return []
  throw error
}
