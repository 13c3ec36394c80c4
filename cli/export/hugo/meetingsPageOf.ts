import type {ContentFile} from './hugoContentFiles.ts'
import type {HugoLanguage} from './hugoLanguages.ts'

/** Where the meetings page of one language is, or can be. */
export type MeetingsPagePlace =
  /** The site has a page at this address. `file` is relative to its folder of content; a folder has a list page. */
  | {kind: 'own'; file: string; page: ContentFile | undefined}
  /** `name` is the file that the export may write, without suffix and extension. */
  | {kind: 'free'; name: string}

export interface MeetingsPageRequest {
  /** Path of the page, such as `/community/meetings/`. */
  path: string
  /** Folder of the sessions' pages. */
  section: string
  language: Pick<HugoLanguage, 'key' | 'suffix'>
  /** The site's own pages, without those of an earlier export. */
  pages: readonly ContentFile[]
}

/** Finds the site's own page at the address of the meetings page: by its file, or by its front matter. */
export function meetingsPageOf({
  path,
  section,
  language: {key, suffix},
  pages,
}: MeetingsPageRequest): MeetingsPagePlace {
  const name = path.replaceAll(/^\/|\/$/g, '')
  // The home page of a site exists without a file.
  if (name === '') {
    const page = pages.find((each) => each.path.startsWith('_index.'))
    return {kind: 'own', file: page?.path ?? '_index.md', page}
  }
  const suffixes = suffix === '' ? ['', `.${key}`] : [suffix]
  const names = new Set(
    [name, `${name}/index`, `${name}/_index`].flatMap((each) =>
      suffixes.map((end) => `${each}${end}`),
    ),
  )
  const own = pages.find(
    (each) =>
      names.has(each.path.replace(/\.[^./]+$/, '')) ||
      [each.url, ...each.aliases].some((address) => isSameAddress(address, path)),
  )
  if (own) return {kind: 'own', file: own.path, page: own}
  const isSection = !name.includes('/') && pages.some((each) => each.path.startsWith(`${name}/`))
  if (isSection) return {kind: 'own', file: `${name}/`, page: undefined}
  // A page beside a folder of the same name would have the address of the folder's list.
  const hasFolder = name === section || pages.some((each) => each.path.startsWith(`${name}/`))
  return {kind: 'free', name: hasFolder ? `${name}/_index` : name}
}

function isSameAddress(address: string | undefined, path: string): boolean {
  return address !== undefined && trimmed(address) === trimmed(path)
}

function trimmed(path: string): string {
  return path.replaceAll(/^\/+|\/+$|\.html$/g, '').toLowerCase()
}
