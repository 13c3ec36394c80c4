import {CreateError} from './CreateError.ts'
import type {Tarball} from './findTarballs.ts'
import type {ProjectFolder} from './projectFolder.ts'

/** What `git clone` of an empty repository, an editor or macOS leaves in a folder. */
const harmless = new Set(['.git', '.DS_Store', '.idea', '.vscode'])

/**
 * Refuses a folder with files.
 *
 * @throws CreateError that names some of them
 */
export async function requireEmpty(folder: ProjectFolder): Promise<void> {
  const names = (await folder.list()).filter((name) => !harmless.has(name)).toSorted()
  if (names.length === 0) return
  const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
  throw new CreateError(
    'folder',
    `The folder ${folder.name} is not empty: it has ${names.slice(0, 3).join(', ')}${more}. Choose another folder, or add to this project with --init, which changes no file but package.json.`,
  )
}

/** Writes a new project. The folder must be empty. */
export async function createProject(
  files: ReadonlyMap<string, string>,
  tarballs: readonly Tarball[],
  folder: ProjectFolder,
): Promise<void> {
  await requireEmpty(folder)
  for (const [path, text] of files) await folder.write(path, text)
  for (const {file, path} of tarballs) await folder.copy(file, path)
}
