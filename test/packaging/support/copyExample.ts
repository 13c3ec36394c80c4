import {cp, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'

const examples = resolve(import.meta.dirname, '../../../examples')
/** What a developer who tried the example left in it. */
const made = new Set(['node_modules', 'dist', 'public', '.next', '.astro', '.touchpoints'])

/** One example in a folder of its own, so that nothing of this project is above it. */
export async function copyExample(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `touchpoints-${name}-`))
  const filter = (path: string) => !made.has(basename(path))
  await cp(join(examples, name), folder, {recursive: true, filter})
  return folder
}
