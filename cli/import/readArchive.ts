import {readFile} from 'node:fs/promises'
import {basename, posix} from 'node:path'
import {fieldsOf} from '@touchpoints/schemas/reading'

import {CliError} from '../CliError.ts'
import type {AssetAttributes, ImportSource} from './importSource.ts'
import {jsonDepth} from './jsonDepth.ts'
import {readNdjson} from './readNdjson.ts'
import {unpackArchive, type UnpackOptions} from './unpackArchive.ts'

/** The entry of an archive with the comments and tasks, itself an archive. */
export const commentsEntry = 'comments.tar.gz'

/** What an archive contains. */
export interface ArchiveSource extends ImportSource {
  /** The file on disk with the archive of the comments and tasks. Undefined if the archive has none. */
  comments: string | undefined
}

interface ReadOptions extends UnpackOptions {
  log: (line: string) => void
}

/**
 * Reads an archive of `sanity dataset export`: one NDJSON file, `assets.json`, and the folders `images` and
 * `files` beside it. `touchpoints backup` adds the comments. Other files are reported and not used.
 *
 * @throws CliError when the archive is refused, or has no NDJSON file or several
 */
export async function readArchive(path: string, options: ReadOptions): Promise<ArchiveSource> {
  const {limits, log} = options
  const name = basename(path)
  const unpacked = await unpackArchive(path, name, options)
  const data = [...unpacked.keys()].filter((each) => each.endsWith('.ndjson') && !isHidden(each))
  const [only] = data
  if (only === undefined || data.length > 1) {
    const problem = only === undefined ? 'no .ndjson file' : 'several .ndjson files'
    throw new CliError('bad-input', `${name} contains ${problem}. Expected exactly one.`)
  }
  const base = posix.dirname(only)
  const files = new Map<string, string>()
  const comments = unpacked.get(posix.join(base, commentsEntry))
  for (const [packed, file] of unpacked) {
    const relative = posix.relative(base, packed)
    if (/^(?:images|files)\/[^/]+$/.test(relative) && !isHidden(relative)) files.set(relative, file)
    else if (packed !== only && !others.includes(relative)) log(`  ! ${packed} is not used`)
  }
  const documents = await readNdjson(unpacked.get(only) ?? '', `${name}/${only}`, limits)
  const assetsFile = unpacked.get(posix.join(base, 'assets.json'))
  const attributes =
    assetsFile === undefined ? {} : await readAttributes(assetsFile, name, limits.depth)
  return {documents, archive: {files, attributes}, comments}
}

const others = ['assets.json', commentsEntry]

/** Programs that pack files on macOS add hidden ones, such as `._data.ndjson`. */
function isHidden(path: string): boolean {
  return posix.basename(path).startsWith('.')
}

/**
 * What the Content Lake derives from the bytes of an asset. An archive cannot set it: an address of a
 * stranger in `url` would be shown on every page with the image.
 */
const derived = new Set(
  'url path assetId extension mimeType metadata sha1hash size uploadId'.split(' '),
)

async function readAttributes(
  file: string,
  name: string,
  maxDepth: number,
): Promise<Record<string, AssetAttributes>> {
  const text = await readFile(file, 'utf8')
  const all = jsonDepth(text, maxDepth) > maxDepth ? undefined : parse(text)
  if (all === undefined) {
    throw new CliError('bad-input', `assets.json of ${name} is not valid JSON. Export it again.`)
  }
  return Object.fromEntries(
    Object.entries(fieldsOf(all)).map(([asset, value]): [string, AssetAttributes] => {
      const kept = Object.entries(fieldsOf(value)).filter(
        ([key]) => /^[A-Za-z]\w*$/.test(key) && !derived.has(key),
      )
      const _type = asset.startsWith('image-') ? 'sanity.imageAsset' : 'sanity.fileAsset'
      return [asset, {...Object.fromEntries(kept), _id: asset, _type}]
    }),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
