import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {
  feedCalendars,
  fileCache,
  guardedFetch,
  memoryCache,
  sampleFeeds,
} from '@touchpoints/calendar/fetch'
import type {Lake} from '@touchpoints/lake'
import {createLoader, type Loader} from 'touchpoints'
import type {Extension} from 'touchpoints/extend'
import {editorsEventsResponse} from 'touchpoints/http'

import type {Settings} from './settings.ts'

/** Path of the merged calendar for the Studio's calendar tool. */
export const editorsEventsPath = '/touchpoints/events'

/**
 * Adds the editors' merged calendar to the lake: with drafts, every source of an event and the health of
 * each feed, and what an extension publishes. It contains drafts and links for members, so only clients that
 * may read these in the lake get it: those of this machine, or with tokens, those that have one.
 */
export function withEditorsEvents(lake: Lake, settings: Settings, extension?: Extension): Lake {
  const loader = editorsLoader(settings, extension)
  return {
    ...lake,
    fetch: async (request) => {
      const url = new URL(request.url)
      if (url.pathname !== editorsEventsPath) return lake.fetch(request)
      // The lake's own guard decides access: when it rejects a ping, its response is returned.
      const ping = await lake.fetch(
        new Request(new URL('/v1/ping', url), {headers: request.headers}),
      )
      if (!ping.ok) return ping
      if (isStranger(lake, request)) {
        return new Response('The calendar for editors requires a token of the lake.', {status: 401})
      }
      const response = await editorsEventsResponse(loader, url.searchParams)
      const headers = new Headers(response.headers)
      for (const name of [
        'access-control-allow-origin',
        'access-control-allow-credentials',
        'vary',
      ]) {
        const value = ping.headers.get(name)
        if (value !== null) headers.set(name, value)
      }
      return new Response(response.body, {status: response.status, headers})
    },
  }
}

function isStranger(lake: Lake, {headers}: Request): boolean {
  return lake.authenticate(headers.get('authorization')).role === 'none'
}

function editorsLoader(settings: Settings, extension: Extension | undefined): Loader {
  const {projectId, dataset, contentFolder, dataFolder, ports, now, readToken} = settings
  const samples = join(contentFolder, 'feeds')
  const hasSamples = existsSync(samples)
  return createLoader({
    projectId,
    dataset,
    apiHost: `http://127.0.0.1:${ports.lake}`,
    perspective: 'drafts',
    audience: 'members',
    ...(readToken && {token: readToken}),
    ...(now && {now}),
    extension,
    calendars: feedCalendars({
      cache: hasSamples ? memoryCache() : fileCache(join(dataFolder, 'editors-feeds')),
      ...(hasSamples && {fetch: sampleFeeds(samples, guardedFetch())}),
    }),
  })
}
