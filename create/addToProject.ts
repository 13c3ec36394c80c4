import type {Tarball} from './findTarballs.ts'
import {mergeManifest} from './mergeManifest.ts'
import type {ProjectFolder} from './projectFolder.ts'

/** What was added to a project that exists. */
export interface Additions {
  /** Paths of the files that were written. */
  written: readonly string[]
  /** Paths of files that exist. They are unchanged. */
  kept: readonly string[]
  /** What was added to package.json, such as `scripts.build`. */
  inManifest: readonly string[]
  /** Whether its README is its own, and describes nothing of this. */
  hasOwnReadme: boolean
  /** Whether its `npm start` is its own, and starts no Studio. */
  hasOwnStart: boolean
  /** Sentences about what a person has to add. */
  byHand: readonly string[]
}

/** Files in which a project needs our lines beside its own. */
const linesNeeded = ['.gitignore', '.npmrc']

/**
 * Adds what is missing to a project that exists. Files are not overwritten. In package.json, scripts, packages and
 * overrides that are missing are added.
 *
 * @throws CreateError when its package.json cannot be read
 */
export async function addToProject(
  files: ReadonlyMap<string, string>,
  tarballs: readonly Tarball[],
  folder: ProjectFolder,
): Promise<Additions> {
  const existing = new Map<string, string>()
  for (const path of files.keys()) {
    const text = await folder.read(path)
    if (text !== undefined) existing.set(path, text)
  }
  // Before anything is written: a broken package.json ends the command here.
  const own = existing.get('package.json')
  const merged =
    own === undefined ? undefined : mergeManifest(own, files.get('package.json') ?? '{}')

  const written = [...files.keys()].filter((path) => !existing.has(path))
  for (const path of written) await folder.write(path, files.get(path) ?? '')
  if (merged && merged.added.length > 0) await folder.write('package.json', merged.text)
  const copied: string[] = []
  for (const {file, path} of tarballs) if (await folder.copy(file, path)) copied.push(path)
  return {
    written: [...written, ...copied],
    kept: [...existing.keys()].filter(
      (path) => path !== 'package.json' || merged?.added.length === 0,
    ),
    inManifest: merged?.added ?? [],
    hasOwnReadme: existing.get('README.md')?.includes('touchpoints-dev/touchpoints') === false,
    hasOwnStart: merged !== undefined && merged.hasOwnStart,
    byHand: [
      ...(merged?.byHand ?? []),
      ...linesNeeded.flatMap((path) => missingLines(path, existing.get(path), files.get(path))),
    ],
  }
}

function missingLines(path: string, own = '', ours = ''): string[] {
  if (own === '') return []
  const has = new Set(own.split('\n').map((line) => line.trim()))
  const lines = ours
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !has.has(line))
  return lines.length === 0 ? [] : [`Add to ${path}: ${lines.join(' ')}`]
}
