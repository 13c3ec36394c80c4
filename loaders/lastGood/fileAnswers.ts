import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {defaultLimits, type AnswerStore, type AnswerStoreLimits} from './answerStore.ts'
import {recency, type Recency} from './recency.ts'

/** First line of a file: the format, its version and the digest of the rest. */
const header = 'touchpoints-answer 1'

/**
 * Number of writes after which the folder is listed again, because other processes of the same machine
 * write to it, too.
 */
const writesPerListing = 100

/**
 * Creates a store in a folder, with one file for each text. It survives a restart, and all processes of
 * one machine can share it.
 *
 * A file is replaced by renaming, never written in place. Its first line has a digest of the rest, so
 * that a damaged file counts as absent.
 *
 * @param folder - created if missing. The store owns it, and deletes the oldest files in it.
 * @example
 * const answers = lastGood(fileAnswers('.touchpoints/answers'))
 */
export function fileAnswers(folder: string, limits: AnswerStoreLimits = {}): AnswerStore {
  const bounds = {...defaultLimits, ...limits}
  let listed: Promise<Recency> | undefined
  let writes = 0
  // A key can be any text, a file name can't.
  const nameOf = (key: string) => `${digestOf(key).slice(0, 40)}.answer`

  const list = async () => recency(bounds, await sizesIn(folder))

  return {
    async get(key) {
      const file = await readFile(join(folder, nameOf(key)), 'utf8').catch(absent)
      return file === undefined ? undefined : textOf(file)
    },
    async set(key, text) {
      await mkdir(folder, {recursive: true})
      if (writes % writesPerListing === 0) listed = list()
      writes += 1
      const order = await (listed ??= list())
      const name = nameOf(key)
      const content = `${header} ${digestOf(text)}\n${text}`
      const draft = join(folder, `${name}.${randomUUID()}`)
      try {
        await writeFile(draft, content)
        await rename(draft, join(folder, name))
      } finally {
        await rm(draft, {force: true})
      }
      const dropped = order.set(name, Buffer.byteLength(content))
      for (const oldest of dropped) await rm(join(folder, oldest), {force: true})
    },
    async removeWhere(isOutdated) {
      for (const name of (await readdir(folder).catch(absent)) ?? []) {
        const path = join(folder, name)
        const file = await readFile(path, 'utf8').catch(absent)
        const text = file === undefined ? undefined : textOf(file)
        if (text !== undefined && !isOutdated(text)) continue
        await rm(path, {force: true})
        const order = await listed
        order?.delete(name)
      }
    },
  }
}

function textOf(file: string): string | undefined {
  const end = file.indexOf('\n')
  const text = file.slice(end + 1)
  return file.slice(0, end) === `${header} ${digestOf(text)}` ? text : undefined
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Returns the files of a folder with their sizes, oldest first. Drafts of a crashed process are among them. */
async function sizesIn(folder: string): Promise<[string, number][]> {
  const names = await readdir(folder)
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(absent)
      return found?.isFile() ? [{name, bytes: found.size, at: found.mtimeMs}] : []
    }),
  )
  return files
    .flat()
    .sort((a, b) => a.at - b.at)
    .map(({name, bytes}) => [name, bytes])
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
