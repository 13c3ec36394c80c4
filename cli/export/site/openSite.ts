import {stat} from 'node:fs/promises'
import {resolve} from 'node:path'

import {CliError} from '../../CliError.ts'
import type {ExportContext} from '../exportContext.ts'
import type {Format} from '../formats.ts'
import {readExportedList, type ExportedList} from './exportedList.ts'

export interface OpenSite {
  /** Absolute path. */
  folder: string
  list: ExportedList
  /** What earlier exports of the format wrote. */
  written: ReadonlyMap<string, string>
}

/**
 * Opens the folder of a site for an export.
 *
 * @throws CliError without a folder, and when its list of exported files cannot be read
 */
export async function openSite(
  {shell}: Pick<ExportContext, 'shell'>,
  target: string | undefined,
  format: Format,
): Promise<OpenSite> {
  if (target === undefined) {
    throw new CliError(
      'usage',
      `The format ${format} requires the folder of the site: touchpoints export SITE --format ${format}`,
    )
  }
  const folder = resolve(shell.folder, target)
  const file = await stat(folder).catch(() => undefined)
  if (file && !file.isDirectory()) {
    throw new CliError('usage', `${target} is a file: expected the folder of a site.`)
  }
  const list = await readExportedList(folder)
  return {folder, list, written: list.get(format) ?? new Map()}
}
