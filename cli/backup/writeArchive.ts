import {createReadStream, createWriteStream} from 'node:fs'
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, posix} from 'node:path'
import {PassThrough, type Readable, Writable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip, createGzip} from 'node:zlib'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {createTarDecoder, createTarPacker} from 'modern-tar'

import {commentsEntry} from '../import/readArchive.ts'

export interface ArchiveSource {
  client: SanityClient
  /** A client for the dataset with the comments and tasks, if there is one. */
  comments: SanityClient | undefined
  onProgress?: ExportProgress
}

type ExportProgress = NonNullable<Parameters<typeof exportDataset>[0]['onProgress']>

export interface ArchiveCounts {
  documents: number
  assets: number
  /** Comments and tasks. */
  comments: number
}

/**
 * Writes an archive in the hosted service's format, with its own exporter: documents, images and files. The comments
 * and tasks are an archive in this archive, `comments.tar.gz`, which Sanity's importer leaves alone.
 */
export async function writeArchive(
  file: string,
  {client, comments, onProgress}: ArchiveSource,
): Promise<ArchiveCounts> {
  if (!comments) return {...(await exportTo(file, client, {onProgress})), comments: 0}
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-comments-'))
  try {
    const added = join(folder, commentsEntry)
    const {documents: count} = await exportTo(added, comments, {})
    // Not compressed twice.
    const plain = new PassThrough()
    const written = addFile(plain, added, file)
    const exported = exportTo(plain, client, {onProgress, compress: false}).catch(
      (error: unknown) => {
        plain.destroy(error instanceof Error ? error : new Error(String(error)))
        throw error
      },
    )
    const [, counts] = await allOrFirstError([written, exported])
    return {...counts, comments: count}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

interface ExportOptions {
  onProgress?: ExportProgress | undefined
  compress?: boolean
}

async function exportTo(
  output: string | Writable,
  client: SanityClient,
  {onProgress = () => {}, compress = true}: ExportOptions,
): Promise<Omit<ArchiveCounts, 'comments'>> {
  const {token, useProjectHostname, dataset = ''} = client.config()
  const options = {
    // The exporter rejects a client without a token. The lake on this machine requires none.
    client: token || useProjectHostname ? client : client.withConfig({token: 'none'}),
    dataset,
    onProgress,
    compress,
  }
  const {documentCount, assetCount} = await exportDataset({...options, outputPath: output})
  return {documents: documentCount, assets: assetCount}
}

/** Copies the entries of an archive, and adds a file next to its documents. */
async function addFile(source: Readable, added: string, target: string): Promise<void> {
  const decoder = createTarDecoder({strict: true})
  const {readable, controller} = createTarPacker()
  const copy = async () => {
    let folder = '.'
    for await (const {header, body} of decoder.readable) {
      if (header.name.endsWith('.ndjson')) folder = posix.dirname(header.name)
      await body.pipeTo(controller.add(header))
    }
    const {size, mtime} = await stat(added)
    const name = posix.join(folder, commentsEntry)
    const entry = controller.add({name, size, mtime, type: 'file'})
    await pipeline(createReadStream(added), Writable.fromWeb(entry))
    controller.finalize()
  }
  await allOrFirstError([
    pipeline(source, createGunzip(), Writable.fromWeb(decoder.writable)),
    copy().catch((error: unknown) => {
      controller.error(error)
      throw error
    }),
    pipeline(readable, createGzip(), createWriteStream(target)),
  ])
}

/** Waits for all: a part that still runs writes to a folder that is removed. The first error is the cause of the others. */
async function allOrFirstError<const Parts extends readonly Promise<unknown>[]>(parts: Parts) {
  try {
    return await Promise.all(parts)
  } finally {
    await Promise.allSettled(parts)
  }
}
