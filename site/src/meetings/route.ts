import type {SitePath} from '@touchpoints/calendar/links'
import {pageFolders} from '@touchpoints/schemas/defaults'

import {path} from '../links/path.ts'

/** A page of the site, below the meetings page or the meetings page itself. */
export type Route =
  | {kind: 'meetings'}
  | {kind: 'touchpoint'; slug: string}
  /** A page with the list of its kind, or the calendar or the search. */
  | {kind: FolderKind}
  /** A page about one document, topic or year. */
  | {kind: ItemKind; slug: string}

export type FolderKind = keyof typeof pageFolders
/** The kinds with a page for each item. */
export type ItemKind = Exclude<FolderKind, 'calendar' | 'search'>

/**
 * Returns the path of a page.
 *
 * @param pagePath - path of the meetings page
 * @example pathOf('/meetings/', {kind: 'group', slug: 'docs'}) // '/meetings/groups/docs/'
 */
export function pathOf(pagePath: string, route: Route): SitePath {
  if (route.kind === 'meetings') return path`${pagePath}`
  if (route.kind === 'touchpoint') return path`${pagePath}${route.slug}/`
  const folder = pageFolders[route.kind]
  return 'slug' in route ? path`${pagePath}${folder}/${route.slug}/` : path`${pagePath}${folder}/`
}

/**
 * Returns what an address shows. Undefined for an address that no page can have.
 *
 * @param pagePath - path of the meetings page
 * @example routeOf('/meetings/', '/meetings/groups/docs') // {kind: 'group', slug: 'docs'}
 */
export function routeOf(pagePath: SitePath, requested: string): Route | undefined {
  const address = requested.endsWith('/') ? requested : `${requested}/`
  if (address === pagePath) return {kind: 'meetings'}
  if (!address.startsWith(pagePath)) return undefined
  const [first = '', slug, ...rest] = address.slice(pagePath.length).split('/').slice(0, -1)
  if (rest.length > 0) return undefined
  const kind = folderKinds.find((each) => pageFolders[each] === first)
  if (slug === undefined)
    return kind ? {kind} : isSlug(first) ? {kind: 'touchpoint', slug: first} : undefined
  return kind && isItemKind(kind) && isSlug(slug) ? {kind, slug} : undefined
}

const folderKinds = [
  'calendar',
  'search',
  'archive',
  'group',
  'series',
  'guest',
  'topic',
  'recording',
] as const

function isItemKind(kind: FolderKind): kind is ItemKind {
  return kind !== 'calendar' && kind !== 'search'
}

function isSlug(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text)
}
