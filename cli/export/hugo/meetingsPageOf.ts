import {posix} from 'node:path'

import type {HugoLanguage} from './hugoLanguages.ts'
import {nameOf, type PlacedPage} from './placedPages.ts'

/** Where the meetings page of one language is, or can be. */
export type MeetingsPagePlace =
  /** The site has a page at this address. `file` is relative to the site; a folder has a list page. */
  | {kind: 'own'; file: string; page: PlacedPage | undefined}
  /** The site may have a page at this address: only Hugo knows. */
  | {kind: 'unclear'; name: string; page: PlacedPage}
  /** `name` is the file that the export may write, without suffix and extension. */
  | {kind: 'free'; name: string}

export interface MeetingsPageRequest {
  /** Path of the page, such as `/community/meetings/`. */
  path: string
  /** Folder of the sessions' pages. */
  section: string
  language: Pick<HugoLanguage, 'key' | 'content' | 'path'>
  /** The site's own pages in every language, without those of an earlier export. */
  pages: readonly PlacedPage[]
}

/**
 * Finds the site's own page at the address of the meetings page: by its file, or by its front matter. A page with the
 * same last part of the address is a reason for doubt, because `permalinks` or a cascade can place it anywhere.
 */
export function meetingsPageOf({
  path,
  section,
  language,
  pages,
}: MeetingsPageRequest): MeetingsPagePlace {
  const name = path.replaceAll(/^\/|\/$/g, '')
  const inLanguage = pages.filter(
    (page) => page.language === undefined || page.language === language.key,
  )
  const bareName = (page: PlacedPage) => {
    const bare = nameOf(page.path)
    const end = `.${language.key}`
    return bare.endsWith(end) ? bare.slice(0, -end.length) : bare
  }
  // The home page of a site exists without a file.
  if (name === '') {
    const page = inLanguage.find((each) => bareName(each) === '_index')
    return {kind: 'own', file: page?.file ?? posix.join(language.content, '_index.md'), page}
  }
  const names = new Set([name, `${name}/index`, `${name}/_index`].map(lower))
  const full = trimmed(`${language.path}${name}`)
  const own =
    inLanguage.find(
      (each) => names.has(lower(bareName(each))) || addressesOf(each).includes(trimmed(name)),
    ) ?? pages.find((each) => addressesOf(each).includes(full))
  if (own) return {kind: 'own', file: own.file, page: own}
  const below = (each: PlacedPage) => each.path.startsWith(`${name}/`)
  if (!name.includes('/') && inLanguage.some(below)) {
    return {kind: 'own', file: posix.join(language.content, name, '/'), page: undefined}
  }
  // A page beside a folder of the same name would have the address of the folder's list.
  const hasFolder = name === section || inLanguage.some(below)
  const free = hasFolder ? `${name}/_index` : name
  const last = lastPart(trimmed(name))
  const similar = inLanguage.find(
    (each) =>
      lastPart(lower(bareName(each)).replace(/\/_?index$/, '')) === last ||
      [each.slug, each.title].some((value) => value !== undefined && urlized(value) === last) ||
      // `:slug` and such are values that Hugo fills in.
      addressesOf(each).some((address) => lastPart(address) === last || address.includes(':')),
  )
  return similar ? {kind: 'unclear', name: free, page: similar} : {kind: 'free', name: free}
}

function addressesOf({url, aliases}: PlacedPage): string[] {
  return [url, ...aliases].flatMap((each) => (each === undefined ? [] : trimmed(each)))
}

function trimmed(path: string): string {
  return lower(path)
    .replace(/(?:^|\/)index\.html$|\.html$/, '')
    .replaceAll(/^\/+|\/+$/g, '')
}

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? ''
}

function urlized(value: string): string {
  return lower(value).trim().replaceAll(/\s+/g, '-')
}

function lower(value: string): string {
  return value.toLowerCase()
}
