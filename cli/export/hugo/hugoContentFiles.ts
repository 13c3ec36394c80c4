import {readdir, readFile} from 'node:fs/promises'
import {join, posix, sep} from 'node:path'

import {frontMatter} from '../site/frontMatter.ts'
import {text, texts} from '../site/settings.ts'

/** A page of a site, as its author wrote it. */
export interface ContentFile {
  /** Relative to the folder of content, with slashes: `community/meetings.md`. */
  path: string
  /** `url` of its front matter. */
  url: string | undefined
  aliases: string[]
  slug: string | undefined
  title: string | undefined
  /** Names of the shortcodes that it calls. */
  shortcodes: Set<string>
}

const pageName = /\.(?:md|markdown|html|adoc|org|rst|pandoc)$/

/**
 * Reads the pages in a folder of content. Returns none for a folder that does not exist.
 *
 * @param only - files of the folder. Defaults to all, at any depth
 */
export async function hugoContentFiles(
  folder: string,
  only?: readonly string[],
): Promise<ContentFile[]> {
  const names = only ?? (await readdir(folder, {recursive: true}).catch(() => []))
  const pages = names.filter((name) => pageName.test(name)).toSorted()
  const files: ContentFile[] = []
  for (const name of pages) {
    const source = await readFile(join(folder, name), 'utf8').catch(() => undefined)
    if (source !== undefined) files.push(contentFile(name.split(sep).join('/'), source))
  }
  return files
}

/** Returns what an export needs to know of a page. */
export function contentFile(path: string, source: string): ContentFile {
  const front = frontMatter(source)
  const calls = source.matchAll(/\{\{[<%]\s*([\w./-]+)/g)
  return {
    path: posix.normalize(path),
    url: text(front, 'url'),
    aliases: texts(front, 'aliases'),
    slug: text(front, 'slug'),
    title: text(front, 'title'),
    shortcodes: new Set(
      [...calls].flatMap(([, name]) => (name?.startsWith('/') ? [] : (name ?? []))),
    ),
  }
}
