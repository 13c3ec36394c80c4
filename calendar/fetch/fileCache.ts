import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {FeedCache} from './feedCache.ts'
import {feedRecord, type FeedRecord} from './feedRecord.ts'

/**
 * Remembers feeds in a folder, one file each, so that last good copies outlive a restart and are shared
 * by the processes of one machine.
 *
 * A file is replaced by renaming, never written in place. What was read stays in memory until the file
 * changes: parsing 6 MB of JSON at each page view would cost more than the page.
 *
 * @param folder - created when missing
 */
export function fileCache(folder: string): FeedCache {
  const read = new Map<string, {version: string; record: FeedRecord}>()
  // A key is any text, a file name is not.
  const fileOf = (key: string) =>
    join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`)

  return {
    async get(key) {
      const file = fileOf(key)
      const version = await versionOf(file)
      if (version === undefined) return undefined
      const known = read.get(key)
      if (known?.version === version) return known.record
      const record = parse(await readFile(file, 'utf8'))
      if (record) read.set(key, {version, record})
      return record
    },
    async set(key, record) {
      await mkdir(folder, {recursive: true})
      const file = fileOf(key)
      const draft = `${file}.${randomUUID()}`
      try {
        // A secret feed's address and events are nobody else's on this machine.
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

/** A new inode with every rename: two changes within one tick of the clock still differ. */
async function versionOf(file: string): Promise<string | undefined> {
  try {
    const {ino, mtimeNs, size} = await stat(file, {bigint: true})
    return `${ino} ${mtimeNs} ${size}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parse(text: string): FeedRecord | undefined {
  try {
    const {success, data} = feedRecord.safeParse(JSON.parse(text))
    return success ? data : undefined
  } catch {
    return undefined
  }
}
