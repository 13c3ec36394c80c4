import type {SitePath} from '@touchpoints/calendar/links'

import {path} from '../links/path.ts'

/** What an address shows. */
export type Route =
  | {kind: 'meetings'}
  | {kind: 'touchpoint'; slug: string}
  | {kind: 'group'; slug: string}
  | {kind: 'unknown'}

/** Folder of the groups' pages below the meetings page. */
const groupFolder = 'groups'

/** Returns the path of a touchpoint's page, which is below the meetings page. */
export function touchpointPath(pagePath: string, slug: string): SitePath {
  return path`${pagePath}${slug}/`
}

/** Returns the path of a group's page. @example groupPath('/meetings/', 'docs') // '/meetings/groups/docs/' */
export function groupPath(pagePath: string, slug: string): SitePath {
  return path`${pagePath}${groupFolder}/${slug}/`
}

/**
 * Returns what an address shows.
 *
 * @param pagePath - path of the meetings page
 * @example routeOf('/meetings/', '/meetings/groups/docs') // {kind: 'group', slug: 'docs'}
 */
export function routeOf(pagePath: SitePath, requested: string): Route {
  const address = requested.endsWith('/') ? requested : `${requested}/`
  if (address === pagePath) return {kind: 'meetings'}
  if (!address.startsWith(pagePath)) return {kind: 'unknown'}
  const [first = '', second, ...rest] = address.slice(pagePath.length).split('/').slice(0, -1)
  if (rest.length > 0) return {kind: 'unknown'}
  if (second === undefined)
    return isSlug(first) ? {kind: 'touchpoint', slug: first} : {kind: 'unknown'}
  return first === groupFolder && isSlug(second) ? {kind: 'group', slug: second} : {kind: 'unknown'}
}

function isSlug(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text)
}
