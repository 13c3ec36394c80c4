import {randomUUID} from 'node:crypto'
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'

/**
 * Returns the path of a file that does not exist, for an asset from a path or an address of a stranger.
 *
 * Only a safe form of the last segment is used: at most 80 letters, digits, dots, dashes and underscores.
 * The importer takes the name that an asset is stored with from it. A folder for each file keeps equal
 * names apart.
 */
export async function newFile(folder: string, from: string): Promise<string> {
  const own = join(folder, randomUUID())
  await mkdir(own)
  return join(own, safeName(from))
}

function safeName(from: string): string {
  const last = decode(from).split(/[/\\]/).at(-1) ?? ''
  const safe = last.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '')
  // The end has the extension.
  return safe.slice(-80).toWellFormed() || 'asset'
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
