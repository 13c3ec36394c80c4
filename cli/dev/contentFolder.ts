import {type Dirent, readdirSync} from 'node:fs'
import {join} from 'node:path'

import {CliError} from '../CliError.ts'

/** The sample community of this repository that a start without a name imports. */
export const defaultContent = 'todo'

/**
 * Returns the folder of the documents to import, and of `feeds/`: `content/NAME`.
 *
 * Without a name it is `content/todo` where that exists. Otherwise it is `content` itself, because a
 * project with one community needs no names.
 *
 * @throws CliError for an unknown name, with the names that exist
 */
export function contentFolder(folder: string, name: string | undefined): string {
  const content = join(folder, 'content')
  const names = contentNames(content)
  const chosen = name ?? (names.includes(defaultContent) ? defaultContent : undefined)
  if (chosen === undefined) return content
  if (names.includes(chosen)) return join(content, chosen)
  const choice =
    names.length > 0 ? `Use one of: ${names.join(', ')}.` : `${content} has no folders.`
  throw new CliError('setting', `There is no sample content "${chosen}". ${choice}`)
}

/** Returns whether a content folder has documents to import. */
export function hasContent({contentFolder}: {contentFolder: string}): boolean {
  return listFolder(contentFolder).some((entry) => isDocuments(entry))
}

/** Names of the folders with documents, sorted. */
function contentNames(content: string): string[] {
  return listFolder(content)
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .filter((name) => listFolder(join(content, name)).some((entry) => isDocuments(entry)))
    .toSorted()
}

/** Returns whether an entry of a content folder is a file of documents. */
function isDocuments({name}: Dirent): boolean {
  return name.endsWith('.ndjson')
}

function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return []
  }
}
