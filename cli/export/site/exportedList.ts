import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {CliError} from '../../CliError.ts'
import {isRecord} from './settings.ts'

/** File in the root of a site that lists what exports wrote. It belongs into the site's repository. */
export const listName = '.touchpoints-export.json'

/** What the exports of each format wrote: digests by path. */
export type ExportedList = Map<string, Map<string, string>>

/**
 * Reads the list of a site. Returns an empty one for a site without exports.
 *
 * @throws CliError when the list cannot be read, such as after a merge conflict
 */
export async function readExportedList(folder: string): Promise<ExportedList> {
  const text = await readFile(join(folder, listName), 'utf8').catch(() => undefined)
  if (text === undefined) return new Map()
  const list = parse(text)
  if (list !== undefined) return list
  throw new CliError(
    'bad-input',
    `${listName} is not a list of exported files. Restore it from your repository. Or delete it: the export then keeps every file that differs.`,
  )
}

/** Returns the text of a list, sorted, so that its changes are easy to review. */
export function exportedListText(list: ExportedList): string {
  const formats = [...list].toSorted(byName).map(([format, files]): [string, object] => {
    return [format, Object.fromEntries([...files].toSorted(byName))]
  })
  return `${JSON.stringify({version: 1, ...Object.fromEntries(formats)}, null, 2)}\n`
}

function parse(text: string): ExportedList | undefined {
  const {version, ...formats} = jsonRecord(text)
  if (version !== 1) return undefined
  return new Map(
    Object.entries(formats).map(([format, files]) => [
      format,
      new Map(
        Object.entries(isRecord(files) ? files : {}).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string' && isInside(entry[0]),
        ),
      ),
    ]),
  )
}

function jsonRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

/** Returns whether a listed path is in the site and not in its repository's own folder. The list can come from anyone. */
function isInside(path: string): boolean {
  const parts = path.split(/[/\\]/)
  return !parts.includes('..') && parts[0] !== '' && parts[0] !== '.git' && !path.includes(':')
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
