import {createReadStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, dirname, posix, resolve, sep} from 'node:path'
import {arrayBuffer} from 'node:stream/consumers'
import {createGunzip, gunzipSync} from 'node:zlib'
import {pipeline} from 'node:stream/promises'
import {createTarDecoder} from 'modern-tar'
import {reasonOf} from '../../reasonOf.ts'
import {CommandError} from '../CommandError.ts'

export type AssetType = 'image' | 'file'

/** What a seed contains, part by part, so that an archive does not have to fit into memory. */
export type SeedPart =
  | {kind: 'documents'; file: string; text: string}
  /** `path` is as in `image@file://./images/cat.png`, without `./`, and `type` is the word before the `@`. */
  | {kind: 'asset'; type: AssetType; path: string; bytes: Uint8Array<ArrayBuffer>}
  /** The file `assets.json`. */
  | {kind: 'attributes'; text: string}

/** Reads a seed: an archive of `sanity dataset export`, or NDJSON with its assets beside it. */
export async function* readSeed(path: string): AsyncGenerator<SeedPart> {
  const name = basename(path)
  try {
    if (/\.(?:tar\.gz|tgz)$/.test(name)) yield* readArchive(path, name)
    else yield* readLines(path, name)
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw unreadable(path, error)
  }
}

async function* readLines(path: string, name: string): AsyncGenerator<SeedPart> {
  const bytes = await readFile(path)
  // The first two bytes of gzip (RFC 1952, section 2.3.1).
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const text = (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8')
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
    if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
      throw invalid(name, `refers to ${asset}, which is outside of its folder`)
    }
    yield {kind: 'asset', type, path: asset, bytes: new Uint8Array(await readFile(file))}
  }
}

/** The value of `_sanityAsset` for a file. The hosted service's own exports write `./`. */
const fileReference = /"_sanityAsset"\s*:\s*"(image|file)@file:\/\/\.\/([^"\\]+)"/g

async function* readArchive(path: string, name: string): AsyncGenerator<SeedPart> {
  const decoder = createTarDecoder({strict: true})
  const writer = decoder.writable.getWriter()
  const unpacked = pipeline(createReadStream(path), createGunzip(), async (chunks) => {
    for await (const chunk of chunks) await writer.write(chunk)
    await writer.close()
  })
  // The entries fail too when the decompression fails. Its error says why.
  unpacked.catch((error: unknown) => writer.abort(error).catch(() => {}))
  let documents = 0
  for await (const {header, body} of decoder.readable) {
    const part = header.type === 'directory' ? undefined : kindOf(header.name)
    if (!part) {
      await body.cancel()
      continue
    }
    const bytes = new Uint8Array(await arrayBuffer(body))
    if (part.kind === 'asset') yield {...part, bytes}
    else {
      const text = new TextDecoder().decode(bytes)
      if (part.kind === 'documents') documents += 1
      yield {...part, text}
    }
  }
  await unpacked
  if (documents === 1) return
  throw invalid(name, `contains ${documents === 0 ? 'no' : 'several'} .ndjson files, expected one`)
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
