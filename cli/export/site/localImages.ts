import {posix} from 'node:path'

import {CliError} from '../../CliError.ts'
import type {Connection} from '../../connection.ts'
import {reasonOf} from '../../reasonOf.ts'
import {fileContent, type FileContent} from './fileContent.ts'

export interface LocalImagesRequest {
  connection: Pick<Connection, 'client' | 'hosted' | 'projectId' | 'dataset'>
  /** Folder of the images and files in the site. */
  folder: string
  /** What the address of a file of this folder begins with: `https://example.org/touchpoints/`. */
  address: string
}

/**
 * Adds the images of a lake to the files of a site, and replaces their addresses. The address of a lake on this
 * machine leads nowhere on a public site, and that of a lake in memory differs each time. Images of the hosted service
 * keep their address.
 *
 * @returns the files, with `images/HASH-80x80.png` in the folder
 * @throws CliError when an image can't be read, because the site would show a broken one
 */
export async function withLocalImages(
  files: ReadonlyMap<string, string>,
  {connection, folder, address}: LocalImagesRequest,
): Promise<Map<string, FileContent>> {
  const all = new Map<string, FileContent>(files)
  if (connection.hosted) return all
  const {client, projectId, dataset} = connection
  const {apiHost} = client.config()
  // A lake writes the address of its own host at the time of the upload, which may have been another one.
  const pattern = new RegExp(
    `https?://(?!cdn\\.sanity\\.io/)[^/"\\s<>]+/(images|files)/${projectId}/${dataset}/([\\da-f]{40}[\\w-]*\\.\\w+)`,
    'g',
  )
  for (const [file, text] of files) {
    const replaced = new Map<string, string>()
    for (const [url, kind = '', name = ''] of text.matchAll(pattern)) {
      const path = `${kind}/${name}`
      replaced.set(url, `${address}${path}`)
      const target = posix.join(folder, path)
      if (all.has(target)) continue
      all.set(target, await download(`${apiHost}/${kind}/${projectId}/${dataset}/${name}`, name))
    }
    if (replaced.size === 0) continue
    all.set(
      file,
      text.replaceAll(pattern, (url) => replaced.get(url) ?? url),
    )
  }
  return all
}

async function download(url: string, name: string): Promise<FileContent> {
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(60_000)})
    if (!response.ok) throw new Error(`status ${response.status}`)
    return fileContent(new Uint8Array(await response.arrayBuffer()))
  } catch (error) {
    const message = `Could not read the image ${name} of the Content Lake (${reasonOf(error)}). Nothing was written. Run it again.`
    throw new CliError('unreachable', message, {cause: error})
  }
}
