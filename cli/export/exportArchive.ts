import {resolve} from 'node:path'

import {exportDataset} from '@sanity/export'

import {CliError} from '../CliError.ts'
import {progressLine} from '../progressLine.ts'
import {print} from '../shell.ts'
import type {ExportContext} from './exportContext.ts'
import {unreachable} from '../unreachable.ts'

/** Exports an archive in the hosted service's format, with its own exporter: documents, images and files. */
export async function exportArchive(
  {connection: {client, dataset, hosted}, shell}: ExportContext,
  target: string | undefined,
): Promise<void> {
  if (target === undefined) {
    throw new CliError('usage', 'An archive requires a file name, such as meetings.tar.gz.')
  }
  const progress = progressLine(shell)
  const {documentCount, assetCount} = await exportDataset({
    // The exporter rejects a client without a token. The lake on this machine requires none.
    client: hosted || client.config().token ? client : client.withConfig({token: 'none'}),
    dataset,
    outputPath: resolve(shell.folder, target),
    onProgress: ({step, current, total}) =>
      progress(total ? `${step} ${current ?? 0} of ${total}` : step),
  }).catch(unreachable)
  progress('')
  print(shell, `Exported ${documentCount} documents and ${assetCount} assets to ${target}`)
}
