import {readdir} from 'node:fs/promises'
import {join, posix, sep} from 'node:path'

import type {HugoSite} from './readHugoSite.ts'

export interface DefinedShortcode {
  /** Relative to the site. */
  file: string
  /** Such as `the theme docsy`. */
  owner: string
}

/** Returns the shortcodes that a site and its themes define, by name. The first one of a name is the one that Hugo uses. */
export async function hugoShortcodesIn(
  folder: string,
  {layoutFolders}: Pick<HugoSite, 'layoutFolders'>,
): Promise<Map<string, DefinedShortcode>> {
  const defined = new Map<string, DefinedShortcode>()
  for (const {folder: layouts, owner} of layoutFolders) {
    // Hugo 0.146 renamed the folder, and reads both.
    for (const part of ['shortcodes', '_shortcodes']) {
      const own = posix.join(layouts, part)
      const names = await readdir(join(folder, own), {recursive: true}).catch(() => [])
      for (const name of names.map((each) => each.split(sep).join('/')).sort()) {
        if (!name.endsWith('.html')) continue
        // `figure.es.html` and `figure.amp.html` are variants of `figure`.
        const shortcode = posix.join(posix.dirname(name), posix.basename(name).split('.')[0] ?? '')
        if (!defined.has(shortcode)) defined.set(shortcode, {file: posix.join(own, name), owner})
      }
    }
  }
  return defined
}
