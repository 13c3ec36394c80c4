import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {folder as folderPath, requireValue} from '../optionValues.ts'
import type {FeedCache} from './feedCache.ts'
import {parseRecord, type FeedRecord} from './feedRecord.ts'

/**
 * Creates a cache in a folder, with one file for each feed.
 *
 * Last good copies survive a restart and are shared by the processes of one machine.
 *
 * A file is replaced by renaming, never written in place. A record stays in memory until its file
 * changes, because parsing 6 MB of JSON at each page view would cost more than the page.
 *
 * @param folder - created if missing
 * @throws OptionError when the folder is no text
 */
export function fileCache(folder: string): FeedCache {
  requireValue('fileCache', 'folder', folder, folderPath)
  const read = new Map<string, {version: string; record: FeedRecord}>()
  // A key can be any text, a file name can't.
  const fileOf = (key: string) =>
    join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`)

  return {
    async get(key) {
      const file = fileOf(key)
      const version = await versionOf(file)
      if (version === undefined) return undefined
      const known = read.get(key)
      if (known?.version === version) return known.record
      const record = parseRecord(await readFile(file, 'utf8'))
      if (record) read.set(key, {version, record})
      return record
    },
    async set(key, record) {
      await mkdir(folder, {recursive: true})
      const file = fileOf(key)
      const draft = `${file}.${randomUUID()}`
      try {
        // Other users of this machine must not read a secret feed's address and events.
        await writeFile(draft, JSON.stringify(record), {mode: 0o600})
        await rename(draft, file)
      } finally {
        await rm(draft, {force: true})
      }
      const version = await versionOf(file)
      if (version !== undefined) read.set(key, {version, record})
    },
  }
}

/**
 * Returns a version of a file. Every rename gives it a new inode, so two changes within one clock tick
 * still differ.
 */
async function versionOf(file: string): Promise<string | undefined> {
  try {
    const {ino, mtimeNs, size} = await stat(file, {bigint: true})
    return `${ino} ${mtimeNs} ${size}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
