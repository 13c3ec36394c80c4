import {resolve} from 'node:path'

import {CliError} from '../CliError.ts'
import {findComments, withComments} from '../backup/commentsDataset.ts'
import {writeArchive} from '../backup/writeArchive.ts'
import {progressLine} from '../progressLine.ts'
import {print, printError} from '../shell.ts'
import type {ExportContext} from './exportContext.ts'
import {unreachable} from '../unreachable.ts'

/** Exports an archive in the hosted service's format, as a backup is one: documents, images, files and comments. */
export async function exportArchive(
  {connection: {client}, shell}: ExportContext,
  target: string | undefined,
): Promise<void> {
  if (target === undefined) {
    throw new CliError('usage', 'An archive requires a file name, such as meetings.tar.gz.')
  }
  const progress = progressLine(shell)
  const {documents, assets, comments} = await writeArchive(resolve(shell.folder, target), {
    client,
    comments: await findComments(client, (line) => printError(shell, line)),
    onProgress: ({step, current, total}) =>
      progress(total ? `${step} ${current ?? 0} of ${total}` : step),
  }).catch(unreachable)
  progress('')
  print(
    shell,
    `Exported ${documents} documents and ${assets} assets${withComments(comments)} to ${target}`,
  )
}
