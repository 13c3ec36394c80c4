import {createReadStream} from 'node:fs'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {createTarDecoder, type ParsedTarEntry} from 'modern-tar'
import {reasonOf} from '../../reasonOf.ts'
import {InputError} from './InputError.ts'

export interface TarLimits {
  /** Bytes of an archive after decompression, so that a gzip bomb is stopped like any large archive. */
  archiveBytes: number
  /** Files and folders in an archive. */
  archiveEntries: number
  /** Characters of a path. */
  pathLength: number
  /** Folders in a path. */
  pathDepth: number
  /** Bytes of one NDJSON file. */
  fileBytes: number
  /** Bytes of any other file. */
  assetBytes: number
}

/**
 * A regular file of an archive, or an entry that is refused: a link, a device, a path that leaves the archive, or what
 * exceeds a limit.
 */
export type TarEntry =
  | {kind: 'file'; path: string; body: AsyncIterable<Uint8Array>}
  /** `reason` is a sentence or two, with what to do. */
  | {kind: 'refused'; path: string; reason: string}

/**
 * Reads the entries of a `.tar.gz` archive from a stranger, one after the other. A link is never followed: its entry is
 * refused. Folders are left out.
 *
 * @throws InputError if a limit is exceeded, or if the archive is damaged or cut off. The system's error if the file
 *   cannot be read
 * @example
 * for await (const entry of readTarGz('export.tar.gz', {limits, signal})) {
 *   if (entry.kind === 'file') await writeFile(newName(), entry.body)
 * }
 */
export async function* readTarGz(
  file: string,
  {limits, signal}: {limits: TarLimits; signal?: AbortSignal},
): AsyncGenerator<TarEntry> {
  const decoder = createTarDecoder({strict: true})
  // The decompression ends when the entries are left, and the entries fail when it fails.
  const stop = new AbortController()
  const unpacked = pipeline(
    createReadStream(file),
    createGunzip(),
    limitBytes(limits.archiveBytes),
    (chunks: AsyncIterable<Uint8Array>) => writeAll(chunks, decoder.writable),
    {signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])])},
  )
  // Awaited below; a failure before that is not an unhandled rejection.
  unpacked.catch(() => {})
  /** The error of the decompression says more than that of the entry which it ended. */
  const causeOf = async (error: unknown): Promise<unknown> => {
    stop.abort()
    const cause = await unpacked.then(
      () => error,
      (reason: unknown) => (reason instanceof InputError || isSystemError(reason) ? reason : error),
    )
    if (cause instanceof InputError || isSystemError(cause)) return cause
    const problem = `is not a complete .tar.gz archive (${reasonOf(cause)}). Export it again`
    return new InputError(problem, {cause})
  }
  const contentOf = async function* (body: ReadableStream<Uint8Array>) {
    try {
      yield* body
    } catch (error) {
      throw await causeOf(error)
    }
  }
  const paths = new Set<string>()
  let entries = 0
  try {
    for await (const {header, body} of decoder.readable) {
      entries += 1
      if (entries > limits.archiveEntries) {
        throw new InputError(`has more than ${limits.archiveEntries} entries, which is the limit`)
      }
      const path = withoutDot(header.name)
      const reason = problemOf(header, {path, paths, limits})
      if (reason !== undefined) yield {kind: 'refused', path: header.name, reason}
      else if (header.type !== 'directory') {
        paths.add(path)
        yield {kind: 'file', path, body: contentOf(body)}
      }
      // What nobody has read. The decoder waits for it.
      if (!body.locked) await body.cancel()
    }
    await unpacked
  } catch (error) {
    throw await causeOf(error)
  } finally {
    stop.abort()
  }
}

/** Such as ENOENT. An error of zlib has no system call. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function problemOf(
  {name, type = 'file', size}: ParsedTarEntry['header'],
  {path, paths, limits}: {path: string; paths: ReadonlySet<string>; limits: TarLimits},
): string | undefined {
  const {pathLength, pathDepth, assetBytes, fileBytes} = limits
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
  if (paths.has(path)) return 'Its path is in the archive twice. Remove one of the two.'
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

function limitBytes(max: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes <= max) done(null, chunk)
      else done(new InputError(`has more than ${max} bytes unpacked, which is the limit`))
    },
  })
}
