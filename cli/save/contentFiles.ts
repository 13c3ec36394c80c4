import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {defaultImportLimits} from '../import/importLimits.ts'
import {readNdjson} from '../import/readNdjson.ts'

/** A file of documents in the content folder. */
export interface ContentFile {
  /** Such as `guests.ndjson`. */
  name: string
  text: string
  documents: StoredDocument[]
}

/** Reads the documents of a content folder. @throws CliError that names a line which is not a document */
export async function readContentFiles(folder: string): Promise<ContentFile[]> {
  const names = (await listFolder(folder)).filter((name) => name.endsWith('.ndjson'))
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const placed = await readNdjson(path, name, defaultImportLimits)
      return {
        name,
        text: await readFile(path, 'utf8'),
        documents: placed.map(({document}) => document),
      }
    }),
  )
}

/** Returns the names of files in `images/` and `files/`, such as `images/logo.png`, by the SHA-1 of their bytes. */
export async function hashContentAssets(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const kind of ['images', 'files']) {
    for (const name of await listFolder(join(folder, kind))) {
      const path = `${kind}/${name}`
      const bytes = await readFile(join(folder, path)).catch(() => undefined)
      if (bytes) hashes.set(createHash('sha1').update(bytes).digest('hex'), path)
    }
  }
  return hashes
}

/** Returns the files that documents name, such as `images/logo.png`. */
export function assetFilesIn(text: string): Set<string> {
  const names = text.matchAll(/"_sanityAsset":"(?:image|file)@file:\/\/\.\/([^"]+)"/g)
  return new Set([...names].map(([, name = '']) => decode(name)))
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

async function listFolder(folder: string): Promise<string[]> {
  const names: string[] = await readdir(folder).catch(() => [])
  return names.toSorted()
}
