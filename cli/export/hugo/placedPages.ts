import {posix} from 'node:path'

import type {ContentFile} from './hugoContentFiles.ts'
import type {HugoLanguage} from './hugoLanguages.ts'

/** A page with its file and its language. */
export interface PlacedPage extends ContentFile {
  /** Relative to the site. */
  file: string
  /** Key. Undefined for a page that can be in any language. */
  language: string | undefined
}

/**
 * Returns the pages of a folder of content with their languages. Where several languages share the folder, the name of
 * a file names its language, such as `meetings.es.md`.
 */
export function placedPages(
  folder: string,
  pages: readonly ContentFile[],
  languages: readonly Pick<HugoLanguage, 'key' | 'content' | 'suffix'>[],
): PlacedPage[] {
  const own = languages.filter(({content}) => content === folder)
  const unnamed = own.find(({suffix}) => suffix === '')?.key
  return pages.map((page) => ({
    ...page,
    file: posix.join(folder, page.path),
    language: languageOfName(page.path, own) ?? unnamed,
  }))
}

/** Returns the key of the language that the name of a file names. */
export function languageOfName(
  path: string,
  languages: readonly Pick<HugoLanguage, 'key'>[],
): string | undefined {
  return languages.find(({key}) => nameOf(path).endsWith(`.${key}`))?.key
}

/** Returns the path of a page without its extension. */
export function nameOf(path: string): string {
  return path.replace(/\.[^./]+$/, '')
}
