import {isMonth, isZone} from '@touchpoints/words/dates'
import type {PageAddress} from 'touchpoints/http'

import {partNumber} from '../src/ownPages/pagination.ts'
import {isSearch, isSearchFile} from './isSearch.ts'
import {filterNames, isFilterValue} from '../src/whatsOn/filterNames.ts'

/**
 * Returns the address under which a page is cached, or undefined for what is never cached: shared drafts,
 * results of a search, actions, images and streams.
 *
 * Contains only the parameters that the page reads, when they are valid, in one order. So `?utm_source=x`
 * is the same page.
 */
export function pageAddress(url: URL): PageAddress | undefined {
  const {pathname, searchParams} = url
  if (searchParams.has('share') || isSearch(url)) return undefined
  if (isContentSheet(pathname) || isSearchFile(pathname))
    return {path: pathname, query: parameters(searchParams, versioned)}
  if (/^\/api\/touchpoints\/[a-z0-9-]+\.ics$/.test(pathname)) return {path: pathname, query: ''}
  if (pathname.startsWith('/api/') || pathname.startsWith('/media/')) return undefined
  return {path: pathname, query: parameters(searchParams, page)}
}

/** Whether a path is that of a style sheet that is made from content. */
export function isContentSheet(path: string): boolean {
  return path === '/api/legend.css' || path === '/api/theme.css'
}

type Read = (value: string) => string | undefined
type Parameters = readonly (readonly [name: string, read: Read])[]

const valid: (isValid: (value: string) => boolean) => Read = (isValid) => (value) =>
  isValid(value) ? value : undefined

const page: Parameters = [
  ...filterNames.map((name) => [name, valid(isFilterValue)] as const),
  ['month', valid(isMonth)],
  ['page', (text) => String(partNumber(text))],
  ['zone', valid(isZone)],
]
const versioned: Parameters = [['v', valid((value) => /^[0-9a-f]{12}$/.test(value))]]

function parameters(query: URLSearchParams, known: Parameters): string {
  const used = new URLSearchParams()
  for (const [name, read] of known) {
    const value = query.get(name)
    const shown = value === null ? undefined : read(value)
    if (shown !== undefined) used.set(name, shown)
  }
  return used.toString()
}
