import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** The files for publishing that every created project gets. */
export const publishFolder = resolve(import.meta.dirname, '../../../create/template/publish')

/** Returns the text of a file of `publishFolder`. */
export function readRecipe(file: string): string {
  return readFileSync(join(publishFolder, file), 'utf8')
}
