import {isMonth} from '@touchpoints/words/dates'
import {pageFolders} from '@touchpoints/schemas/defaults'
import {sitePath, type SitePath} from '@touchpoints/calendar/links'

import {partNumber} from '../ownPages/pagination.ts'
import {isStatic} from '../output.ts'
import {path} from './path.ts'

/** A page, and what of it an address shows. */
export interface PageVariant {
  /** Path of the page. */
  path: string
  /** `YYYY-MM` of the calendar. */
  month?: string
  /** The part of a long list, from 2. */
  part?: number
}

/**
 * Reads the month or the part that is the end of a path. A web server of files knows no query, so these are
 * addresses of static sites. The server leads from them to its own, so that links survive a move.
 *
 * @example readVariant('/meetings/calendar/2026-12/') // {path: '/meetings/calendar/', month: '2026-12'}
 * @example readVariant('/meetings/archive/2026/page/2/') // {path: '/meetings/archive/2026/', part: 2}
 */
export function readVariant(pathname: string): PageVariant {
  const [, page = '', name = '', value = ''] = /^(.*\/)([^/]+)\/([^/]+)\/?$/.exec(pathname) ?? []
  if (name === pageFolders.calendar && isMonth(value))
    return {path: `${page}${name}/`, month: value}
  const part = partNumber(value)
  if (name === 'page' && part > 1) return {path: page, part}
  return {path: pathname}
}

/** Returns the path of a part of a long list. */
export function partPath(page: SitePath, part: number, asFile: boolean = isStatic): SitePath {
  if (part === 1) return page
  return asFile ? path`${page}page/${String(part)}/` : path`${page}?page=${String(part)}`
}

/**
 * Returns the path of the calendar in another month or zone. It contains both, so that a shared link shows everyone
 * the same calendar. A static site has one zone for each page.
 *
 * @param calendar - path of the calendar page
 */
export function calendarPath(
  calendar: SitePath,
  {zone, month}: {zone?: string | undefined; month?: string | undefined},
  anchor: string,
  asFile: boolean = isStatic,
): SitePath {
  if (asFile) return month ? path`${calendar}${month}/#${anchor}` : path`${calendar}#${anchor}`
  const query = new URLSearchParams()
  if (zone) query.set('zone', zone)
  if (month) query.set('month', month)
  const search = query.toString().replaceAll('%2F', '/')
  return sitePath(`?${search}#${anchor}`) ?? path`#${anchor}`
}
