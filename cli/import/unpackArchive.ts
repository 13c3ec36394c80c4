import {createReadStream, createWriteStream} from 'node:fs'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {createTarDecoder, type ParsedTarEntry} from 'modern-tar'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {ImportLimits} from './importLimits.ts'
import {type Refusal, throwRefusals} from './refusal.ts'
import {newFile} from './newFile.ts'

export interface UnpackOptions {
  /** An empty folder that only this import writes to. */
  folder: string
  limits: ImportLimits
  signal: AbortSignal
}

/**
 * Unpacks the regular files of a `.tar.gz` archive. Returns the file on disk for each path in the archive.
 *
 * No path of the archive reaches the disk: each file gets a name of its own, so nothing can climb out of
 * the folder or replace a file. Links and devices are refused.
 *
 * @throws CliError when an entry is refused, a limit is exceeded, or the archive is damaged
 */
export async function unpackArchive(
  archive: string,
  name: string,
  options: UnpackOptions,
): Promise<ReadonlyMap<string, string>> {
  const {folder, limits, signal} = options
  const files = new Map<string, string>()
  const refusals: Refusal[] = []
  const decoder = createTarDecoder({strict: true})
  // The decompression ends when the entries are left, and the entries fail when it fails.
  const stop = new AbortController()
  const unpacked = pipeline(
    createReadStream(archive),
    createGunzip(),
    limitBytes(limits.archiveBytes, `${name} has more than ${limits.archiveBytes} bytes unpacked`),
    (chunks: AsyncIterable<Uint8Array>) => writeAll(chunks, decoder.writable),
    {signal: AbortSignal.any([signal, stop.signal])},
  )
  // Awaited below; a failure before that is not an unhandled rejection.
  unpacked.catch(() => {})
  let entries = 0
  try {
    for await (const {header, body} of decoder.readable) {
      entries += 1
      if (entries > limits.archiveEntries) {
        throw new CliError('bad-input', `${name} has more than ${limits.archiveEntries} entries.`)
      }
      const why = entryProblem({header, body}, files, limits)
      if (why !== undefined) refusals.push({place: name, what: header.name, why})
      if (why !== undefined || header.type === 'directory') {
        await body.cancel()
        continue
      }
      const path = await newFile(folder, header.name)
      await pipeline(body, createWriteStream(path, {flags: 'wx', mode: 0o600}))
      files.set(withoutDot(header.name), path)
    }
    await unpacked
  } catch (error) {
    stop.abort()
    const cause = await unpacked.then(
      () => error,
      (reason: unknown) => (reason instanceof CliError ? reason : error),
    )
    if (cause instanceof CliError) throw cause
    throw new CliError(
      'bad-input',
      `${name} is not a complete .tar.gz archive (${reasonOf(cause)}). Nothing was imported. Export it again.`,
      {cause},
    )
  }
  throwRefusals(refusals)
  return files
}

function entryProblem(
  {header: {name, type = 'file', size}}: ParsedTarEntry,
  files: ReadonlyMap<string, string>,
  {pathLength, pathDepth, assetBytes, fileBytes}: ImportLimits,
): string | undefined {
  if (type !== 'file' && type !== 'directory') {
    return `It is a ${type}, which could point outside of the archive. Pack regular files only.`
  }
  if (name.length > pathLength)
    return `Its path is longer than ${pathLength} characters. Shorten it.`
  if (isOutside(name))
    return 'Its path leaves the archive. Use paths without "..", "\\" and a leading "/".'
  if (name.split('/').length > pathDepth)
    return `It is in more than ${pathDepth} folders. Move it up.`
  if (type === 'directory') return undefined
  const max = name.endsWith('.ndjson') ? fileBytes : assetBytes
  if (size > max) return `It has ${size} bytes, and the limit is ${max}. Upload it in the Studio.`
  if (files.has(withoutDot(name))) return 'Its path is in the archive twice. Remove one of the two.'
  return undefined
}

function isOutside(name: string): boolean {
  return /^(?:\/|[a-z]:)|[\\\0]/i.test(name) || name.split('/').includes('..')
}

/** GNU tar writes `./data.ndjson` for `data.ndjson`. */
function withoutDot(name: string): string {
  return name.replace(/^(?:\.\/)+/, '')
}

async function writeAll(
  chunks: AsyncIterable<Uint8Array>,
  target: WritableStream<Uint8Array>,
): Promise<void> {
  const writer = target.getWriter()
  try {
    for await (const chunk of chunks) await writer.write(chunk)
    await writer.close()
  } catch (error) {
    await writer.abort(error).catch(() => {})
    throw error
  }
}

function limitBytes(max: number, message: string): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes <= max) done(null, chunk)
      else done(new CliError('bad-input', `${message}, which is the limit. Nothing was imported.`))
    },
  })
}
