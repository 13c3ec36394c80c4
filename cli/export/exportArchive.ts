import {resolve} from 'node:path'

import {exportDataset} from '@sanity/export'

import {CliError} from '../CliError.ts'
import {progressLine} from '../progressLine.ts'
import {print} from '../shell.ts'
import type {Asked} from './asked.ts'
import {unreachable} from '../unreachable.ts'

/** The hosted service's own format, by its own tool: documents with their images and files. */
export async function exportArchive(
  {connection: {client, dataset, hosted}, shell}: Asked,
  target: string | undefined,
): Promise<void> {
  if (target === undefined) {
    throw new CliError('usage', 'An archive needs a file to go to, such as meetings.tar.gz.')
  }
  const progress = progressLine(shell)
  const {documentCount, assetCount} = await exportDataset({
    // The exporter refuses a client without a token, and the lake on this machine asks for none.
    client: hosted || client.config().token ? client : client.withConfig({token: 'none'}),
    dataset,
    outputPath: resolve(shell.folder, target),
    onProgress: ({step, current, total}) =>
      progress(total ? `${step} ${current ?? 0} of ${total}` : step),
  }).catch(unreachable)
  progress('')
  print(shell, `${documentCount} documents and ${assetCount} assets in ${target}`)
}
