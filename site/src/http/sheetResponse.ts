import type {APIContext} from 'astro'
import {isTouchpointsError, type Loader} from 'touchpoints'

import {type Dependency, recordFacts} from './pageFacts.ts'

/** A style sheet that is made from content. */
interface ContentSheet extends Dependency {
  sheet: {text: string; version: string}
}

/**
 * Responds with a style sheet. Only the address of its current version may be cached: an address with another
 * one is from a page before the last change, or after it.
 */
export async function sheetResponse(
  {locals, url}: Pick<APIContext, 'locals' | 'url'>,
  read: (loader: Loader) => Promise<ContentSheet>,
): Promise<Response> {
  try {
    const result = await read(locals.loader)
    recordFacts(locals.view, result)
    const {text, version} = result.sheet
    const isCurrent = url.searchParams.get('v') === version
    const headers = {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': isCurrent ? 'public, max-age=86400' : 'no-store',
    }
    return new Response(text, {headers})
  } catch (error) {
    if (isTouchpointsError(error)) return new Response(null, {status: 503})
    throw error
  }
}
