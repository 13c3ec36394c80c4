import {createHash, randomUUID} from 'node:crypto'
import {mkdir, open, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {PageStore, StoredPage} from 'touchpoints/http'
import * as z from 'zod/mini'

const header = z.object({
  key: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  syncTags: z.array(z.string()),
  renderedAt: z.number(),
})

/** Bytes in which the first line of a file ends. A page's headers and sync tags have about 5 kB. */
const maxHeaderBytes = 65_536

/**
 * Creates a store of pages in a folder: one file for each, a line of JSON and the body. It holds the pages
 * that were written last, at most `maxFiles`.
 *
 * A file is replaced by renaming, so that a crash leaves the old page or the new one.
 *
 * @param folder - created if missing
 * @param options.source - identifies the site and its content. Pages of another source are absent.
 */
export function pageFiles(
  folder: string,
  {source, maxFiles = 500}: {source: string; maxFiles?: number},
): PageStore {
  const nameOf = (key: string) => createHash('sha256').update(`${source}\n${key}`).digest('hex')
  const fileOf = (key: string) => join(folder, `${nameOf(key).slice(0, 40)}.page`)
  let isPruning = false

  /** Removes the oldest files. Pages of touchpoints that were renamed would stay forever. */
  async function prune(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.page'))
    if (names.length <= maxFiles) return
    const files = await Promise.all(
      names.map(async (name) => {
        const file = join(folder, name)
        return {file, at: (await stat(file)).mtimeMs}
      }),
    )
    const oldest = files.toSorted((a, b) => a.at - b.at).slice(0, files.length - maxFiles)
    await Promise.all(oldest.map(({file}) => rm(file, {force: true})))
  }

  return {
    async read(key) {
      const bytes = await readFile(fileOf(key)).catch(absent)
      return bytes && parse(bytes, key)
    },
    async write(key, {status, headers, syncTags, renderedAt, body}) {
      await mkdir(folder, {recursive: true})
      const draft = join(folder, randomUUID())
      const line = JSON.stringify({key, status, headers, syncTags, renderedAt})
      try {
        await writeFile(draft, Buffer.concat([Buffer.from(`${line}\n`), body]))
        await rename(draft, fileOf(key))
      } finally {
        await rm(draft, {force: true})
      }
      if (isPruning) return
      isPruning = true
      await prune().finally(() => {
        isPruning = false
      })
    },
    delete: (key) => rm(fileOf(key), {force: true}),
    async outdate(outdates) {
      const removed: string[] = []
      for (const name of (await readdir(folder).catch(absent)) ?? []) {
        if (!name.endsWith('.page')) continue
        const file = join(folder, name)
        const found = header.safeParse(jsonOf(await firstLineOf(file)))
        // Nobody knows what an unreadable file contains.
        if (found.success && !outdates(found.data.syncTags)) continue
        await rm(file, {force: true})
        if (found.success && fileOf(found.data.key) === file) removed.push(found.data.key)
      }
      return removed
    },
  }
}

function parse(bytes: Buffer<ArrayBuffer>, key: string): StoredPage | undefined {
  const end = bytes.indexOf('\n')
  const {success, data} = header.safeParse(jsonOf(bytes.subarray(0, Math.max(end, 0)).toString()))
  if (!success || data.key !== key) return undefined
  const {status, headers, syncTags, renderedAt} = data
  // Its next change is not known. It is sent only while no newer page can be rendered.
  return {status, headers, syncTags, renderedAt, until: 0, body: bytes.subarray(end + 1)}
}

async function firstLineOf(path: string): Promise<string> {
  const file = await open(path).catch(absent)
  if (!file) return ''
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(maxHeaderBytes), 0, maxHeaderBytes, 0)
    return buffer.subarray(0, bytesRead).toString().split('\n', 1)[0] ?? ''
  } finally {
    await file.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
