import type {PageAddress, RenderedPage} from 'touchpoints/http'

import {currentFacts} from '../src/http/pageFacts.ts'
import type {PageFacts} from '../src/meetings/requestView.ts'

/** The part of an Astro app that renders. */
export interface App {
  render(
    request: Request,
    options?: {locals?: object; addCookieHeader?: boolean},
  ): Promise<Response>
}

/**
 * Returns a function that renders the public page of an address.
 *
 * It sends the app a request of its own. Nothing of a visitor's request gets into the page: no cookie, and
 * no `Host`, which would put a stranger's links into the cache.
 */
export function pageRenderer(
  app: App,
  origin: string,
): (address: PageAddress) => Promise<RenderedPage> {
  return async ({path, query}) => {
    const facts: PageFacts = currentFacts()
    const url = `${origin}${path}${query && '?'}${query}`
    const response = await app.render(new Request(url), {locals: {facts}})
    const body = new Uint8Array(await response.arrayBuffer())
    const {'set-cookie': _, 'content-length': __, ...headers} = Object.fromEntries(response.headers)
    return {status: response.status, headers, body, ...facts}
  }
}
