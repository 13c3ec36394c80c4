import type {FeedFetch} from '@touchpoints/calendar/fetch'
import pLimit from 'p-limit'

import {type LinkState, requestLink} from './requestLink.ts'

/** The links of one host are requested one after the other, because most links lead to a few hosts. */
const maxHosts = 8
/** After this many failed requests a host is skipped, because each further link could cost a timeout. */
const maxFailures = 2

export interface LinksOptions {
  /** Reaches public addresses only: pass `guardedFetch()`. */
  fetch: FeedFetch
  progress: (text: string) => void
  /** Timeout for each link, in milliseconds. Defaults to 15,000. */
  timeout?: number
}

export interface CheckedLink {
  url: string
  state: LinkState | {kind: 'skipped'}
}

/** Requests each link once, several hosts at a time. */
export async function requestLinks(
  links: readonly string[],
  options: LinksOptions,
): Promise<CheckedLink[]> {
  const hosts = Map.groupBy(new Set(links), (url) => new URL(url).host)
  const limit = pLimit(maxHosts)
  let done = 0
  const onLink = () => options.progress(`links: ${(done += 1)} of ${links.length}`)
  const byHost = await Promise.all(
    [...hosts.values()].map((urls) => limit(() => checkHost(urls, options, onLink))),
  )
  return byHost.flat()
}

async function checkHost(
  urls: readonly string[],
  {fetch, timeout = 15_000}: LinksOptions,
  onLink: () => void,
): Promise<CheckedLink[]> {
  const checked: CheckedLink[] = []
  let failures = 0
  for (const url of urls) {
    const state =
      failures < maxFailures ? await requestLink(url, fetch, timeout) : ({kind: 'skipped'} as const)
    if (state.kind === 'unreachable') failures += 1
    checked.push({url, state})
    onLink()
  }
  return checked
}
