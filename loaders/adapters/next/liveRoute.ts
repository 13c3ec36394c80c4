import {callback, checkOptions, withMethods, type Checks} from '../../options/optionChecks.ts'
import {eventStream} from '../../preview/eventStream.ts'
import type {LiveChanges} from '../../preview/liveChanges.ts'

type Changes = Pick<LiveChanges, 'subscribe' | 'position'>

export interface LiveRouteOptions {
  /** `draftMode` of `next/headers`. */
  draftMode: () => Promise<{isEnabled: boolean}>
  /** Changes of published content, for visitors: `liveChanges(client.live)`. */
  published: Changes
  /**
   * Changes of drafts, for editors in draft mode: `liveChanges(client.live, {includeDrafts: true})` with a client
   * that has a token. Defaults to `published`.
   */
  drafts?: Changes
}

const changes = withMethods('liveChanges of touchpoints/preview', 'subscribe', 'position')

const checks = {
  draftMode: callback,
  published: changes,
  drafts: changes,
} as const satisfies Checks<LiveRouteOptions>

/**
 * Returns the route that `<Live>` of touchpoints/next/live listens to. It streams the tags of what changed,
 * and no content. The browser needs no token and no access to the lake, so it works for an embedded lake,
 * too. It needs a server that keeps running.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * // app/api/live/route.ts
 * export const dynamic = 'force-dynamic'
 * export const GET = liveRoute({draftMode, published: liveChanges(client.live)})
 */
export function liveRoute(options: LiveRouteOptions): () => Promise<Response> {
  checkOptions('liveRoute', options, checks, ['draftMode', 'published'])
  const {draftMode, published, drafts = published} = options
  return async () => {
    const {isEnabled} = await draftMode()
    return eventStream(isEnabled ? drafts : published)
  }
}
