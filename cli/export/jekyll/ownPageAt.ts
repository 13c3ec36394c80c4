import {readdir, readFile} from 'node:fs/promises'
import {join, posix, sep} from 'node:path'

import {frontMatter} from '../site/frontMatter.ts'
import {text, texts} from '../site/settings.ts'

/** A page of the site. It is `unclear` whether a page has an address that only Jekyll knows. */
export interface OwnPage {
  kind: 'own' | 'unclear'
  /** Relative to the site. */
  file: string
}

export interface OwnPageRequest {
  /** Absolute path of the site. */
  folder: string
  /** Folder of its pages. */
  source: string
  /** Path of the page, such as `/community/meetings/`. */
  path: string
  /** Files of earlier exports. */
  written: ReadonlyMap<string, string>
}

/** Folders without pages. Others with a `_`, such as `_pages`, are collections or included. */
const noPages = /(?:^|\/)(?:_(?:data|includes|layouts|sass|site)|vendor|node_modules|\.[^/]*)\//

/** Returns the site's own page at a path, by its file, `permalink` or `redirect_from`. Undefined when there is none. */
export async function ownPageAt({
  folder,
  source,
  path,
  written,
}: OwnPageRequest): Promise<OwnPage | undefined> {
  const name = trimmed(path)
  const last = name.split('/').at(-1) ?? ''
  const bases = name === '' ? ['index'] : [name, `${name}/index`]
  const names = await readdir(join(folder, source), {recursive: true}).catch(() => [])
  let unclear: OwnPage | undefined
  for (const each of names.map((entry) => entry.split(sep).join('/')).toSorted()) {
    const file = posix.join(source, each)
    if (!/\.(?:md|markdown|html)$/.test(each) || noPages.test(each) || written.has(file)) continue
    const bare = each.replace(/\.[^./]+$/, '')
    if (bases.includes(bare)) return {kind: 'own', file}
    const content = await readFile(join(folder, file), 'utf8').catch(() => '')
    // Jekyll copies other files as they are, such as those of an earlier build in another folder.
    if (!content.startsWith('---')) continue
    const front = frontMatter(content)
    const permalink = text(front, 'permalink')
    const addresses = [...texts(front, 'permalink'), ...texts(front, 'redirect_from')].map(trimmed)
    if (addresses.includes(name)) return {kind: 'own', file}
    // `:slug` and such are values that Jekyll fills in.
    const isOpen = permalink === undefined || permalink.includes(':')
    const words = [
      bare
        .replace(/\/index$/, '')
        .split('/')
        .at(-1),
      text(front, 'slug'),
    ]
    if (name !== '' && isOpen && words.includes(last)) unclear ??= {kind: 'unclear', file}
  }
  return unclear
}

function trimmed(path: string): string {
  return path.replace(/(?:^|\/)index\.html$|\.html$/, '').replaceAll(/^\/+|\/+$/g, '')
}
