import {groupName} from './groups.ts'
import {plain} from './plain.ts'
import type {Page} from './readPage.ts'

/** What a page is as a whole. `other` pages can hold sessions, groups and people all the same. */
export type PageKind = 'meetings' | 'group' | 'other'

/**
 * Returns what a page is, from its title and its path. Only a page that says so is the community's meetings page: its
 * text replaces that of the site.
 */
export function pageKind(page: Page, path: string): PageKind {
  const title = pageTitle(page)
  const {name, kind} = groupName(title)
  if (kind !== undefined && name !== title && !/\b(?:active|our|all|inactive)\b/i.test(name))
    return 'group'
  const {url, permalink} = page.frontMatter
  const places = [url, permalink, path].filter((each) => typeof each === 'string')
  const isTitled = /\b(?:meetings|calls|community calendar|meeting schedule)\b/i.test(title)
  const isPlaced = places.some((place) =>
    /(?:^|\/)(?:community-)?(?:meetings|calls|calendar)(?:\/?$|\/(?:_?index|readme)?\.?(?:md|markdown)?$|\.(?:md|markdown)$)/i.test(
      place,
    ),
  )
  // A title with a year is an agenda or an archive.
  const isNotes = /\b(?:notes|minutes|20\d\d)\b/i.test(title)
  const hasFrontTitle = typeof page.frontMatter['title'] === 'string'
  return !isNotes && (isTitled || (isPlaced && hasFrontTitle)) ? 'meetings' : 'other'
}

/** Returns the title of a page: that of its front matter, or its first heading. */
export function pageTitle({frontMatter, sections}: Page): string {
  const title = frontMatter['title']
  if (typeof title === 'string' && title.trim() !== '') return plain(title)
  return plain(sections.find(({depth}) => depth === 1)?.title ?? '')
}
