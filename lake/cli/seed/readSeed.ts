import {createReadStream} from 'node:fs'
import {readFile, realpath, stat} from 'node:fs/promises'
import {basename, dirname, posix, resolve, sep} from 'node:path'
import {Readable} from 'node:stream'
import {arrayBuffer} from 'node:stream/consumers'
import {createGunzip} from 'node:zlib'
import {defaultLimits} from '../../limits.ts'
import {reasonOf} from '../../reasonOf.ts'
import {InputError} from '../archive/InputError.ts'
import {linesOf, type LineLimits} from '../archive/linesOf.ts'
import {readTarGz, type TarLimits} from '../archive/readTarGz.ts'
import {CommandError} from '../CommandError.ts'

const mebibyte = 1024 * 1024

type SeedLimits = LineLimits & TarLimits

/** A seed is content of a development project. `sanity dataset import` has no limits. */
export const seedLimits = {
  // The longest text of the engine has 512 MiB.
  fileBytes: 500 * mebibyte,
  lineBytes: 32 * mebibyte,
  assetBytes: defaultLimits.assetBytes,
  archiveBytes: 8192 * mebibyte,
  archiveEntries: 100_000,
  pathLength: 255,
  pathDepth: 5,
} as const satisfies SeedLimits

export type AssetType = 'image' | 'file'

/** What a seed contains, part by part, so that an archive does not have to fit into memory. */
export type SeedPart =
  | {kind: 'documents'; file: string; text: string}
  /** `path` is as in `image@file://./images/cat.png`, without `./`, and `type` is the word before the `@`. */
  | {kind: 'asset'; type: AssetType; path: string; bytes: Uint8Array<ArrayBuffer>}
  /** The file `assets.json`. */
  | {kind: 'attributes'; text: string}

/** Reads a seed: an archive of `sanity dataset export`, or NDJSON with its assets beside it. */
export async function* readSeed(
  path: string,
  limits: SeedLimits = seedLimits,
): AsyncGenerator<SeedPart> {
  const name = basename(path)
  try {
    if (/\.(?:tar\.gz|tgz)$/.test(name)) yield* readArchive(path, name, limits)
    else yield* readLines(path, name, limits)
  } catch (error) {
    if (error instanceof CommandError) throw error
    if (error instanceof InputError) throw refused(name, error)
    throw unreadable(path, error)
  }
}

async function* readLines(
  path: string,
  name: string,
  limits: SeedLimits,
): AsyncGenerator<SeedPart> {
  const bytes = await readBounded(path, limits)
  // The first two bytes of gzip (RFC 1952, section 2.3.1).
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const content = Readable.from([bytes])
  const text = await textOf(isCompressed ? content.pipe(createGunzip()) : content, limits)
  yield {kind: 'documents', file: name, text}
  const folder = dirname(path)
  // One file can be an image in one place and a file in another.
  const assets = new Map(
    Array.from(text.matchAll(fileReference), ([, type, file = '']) => {
      const path = posix.normalize(file)
      return [`${type}@${path}`, {type: typeOf(type), path}]
    }),
  )
  for (const {type, path: asset} of assets.values()) {
    const file = resolve(folder, asset)
    // A link in the folder may lead out of it.
    if (!isInside(file, folder) || !isInside(await realpath(file), await realpath(folder))) {
      throw new InputError(`refers to ${asset}, which is outside of its folder`)
    }
    const {size} = await stat(file)
    if (size > limits.assetBytes) {
      throw new InputError(
        `refers to ${asset}, which has ${size} bytes, and the limit is ${limits.assetBytes}`,
      )
    }
    yield {kind: 'asset', type, path: asset, bytes: new Uint8Array(await readFile(file))}
  }
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** Reads a file up to the limit, also one without a size, such as a pipe. */
async function readBounded(path: string, {fileBytes}: SeedLimits): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    bytes += chunk.length
    if (bytes > fileBytes) {
      throw new InputError(`has more than ${fileBytes} bytes, which is the limit`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function textOf(chunks: AsyncIterable<unknown>, limits: SeedLimits): Promise<string> {
  const lines: string[] = []
  for await (const line of linesOf(chunks, limits)) lines.push(line)
  return lines.join('\n')
}

/** The value of `_sanityAsset` for a file. The hosted service's own exports write `./`. */
const fileReference = /"_sanityAsset"\s*:\s*"(image|file)@file:\/\/\.\/([^"\\]+)"/g

async function* readArchive(
  path: string,
  name: string,
  limits: SeedLimits,
): AsyncGenerator<SeedPart> {
  let documents = 0
  for await (const entry of readTarGz(path, {limits})) {
    if (entry.kind === 'refused') {
      throw new InputError(
        `has the entry ${JSON.stringify(entry.path)}. ${withoutStop(entry.reason)}`,
      )
    }
    const part = kindOf(entry.path)
    if (!part) continue
    if (part.kind === 'asset') {
      yield {...part, bytes: new Uint8Array(await arrayBuffer(entry.body))}
      continue
    }
    if (part.kind === 'documents') documents += 1
    yield {...part, text: await textOf(entry.body, limits)}
  }
  if (documents === 1) return
  const count = documents === 0 ? 'no' : 'several'
  throw invalid(name, `contains ${count} .ndjson files, expected one`)
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '')
}

type PartKind =
  | {kind: 'documents'; file: string}
  | {kind: 'asset'; type: AssetType; path: string}
  | {kind: 'attributes'}

/** Most archives have all of their files in one folder. Programs on macOS add hidden files. */
function kindOf(path: string): PartKind | undefined {
  const name = posix.basename(path)
  if (name.startsWith('.')) return undefined
  if (name.endsWith('.ndjson')) return {kind: 'documents', file: name}
  if (name === 'assets.json') return {kind: 'attributes'}
  const [, asset, type] = /(?:^|\/)((image|file)s\/[^/]+)$/.exec(path) ?? []
  return asset === undefined ? undefined : {kind: 'asset', type: typeOf(type), path: asset}
}

function typeOf(word: string | undefined): AssetType {
  return word === 'image' ? 'image' : 'file'
}

function invalid(name: string, problem: string): CommandError {
  return new CommandError(
    'seed',
    `Could not seed from ${name}: it ${problem}. Use an archive of \`sanity dataset export\`, or NDJSON.`,
  )
}

function refused(name: string, cause: InputError): CommandError {
  const {line, problem} = cause
  const place = line === undefined ? 'it' : `its line ${line}`
  return new CommandError('seed', `Could not seed from ${name}: ${place} ${problem}.`, {cause})
}

function unreadable(path: string, cause: unknown): CommandError {
  const {code, path: file} = Object(cause)
  if (code === 'ENOENT' && file === path) {
    return new CommandError(
      'seed',
      `Could not seed from ${path}: the file does not exist. Name it from the current folder, such as --seed ./fixtures.ndjson.`,
      {cause},
    )
  }
  if (code === 'ENOENT') {
    return new CommandError(
      'seed',
      `Could not seed from ${path}: it refers to ${file}, which does not exist. Put the file there, or remove the reference.`,
      {cause},
    )
  }
  if (code === 'EISDIR') return invalid(basename(path), 'is a folder')
  const problem = `it is damaged: ${reasonOf(cause)}`
  return new CommandError(
    'seed',
    `Could not seed from ${path} (${problem}). Use an archive of \`sanity dataset export\`, or NDJSON.`,
    {cause},
  )
}
