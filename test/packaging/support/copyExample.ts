import {cp, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'

const examples = resolve(import.meta.dirname, '../../../examples')
/** Folders that remain after a developer runs the example. */
const generated = new Set([
  'node_modules',
  'dist',
  'public',
  'build',
  '_site',
  '.next',
  '.astro',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.touchpoints',
])

/** Copies an example to a separate folder, so that it cannot use files of this project. */
export async function copyExample(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `touchpoints-${name}-`))
  const filter = (path: string) => !generated.has(basename(path))
  await cp(join(examples, name), folder, {recursive: true, filter})
  return folder
}
