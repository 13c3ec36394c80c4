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
import {editorsEventsResponse} from 'touchpoints/http'

import type {Settings} from './settings.ts'

/** Where the Studio's calendar tool finds the merged calendar. */
export const editorsEventsPath = '/touchpoints/events'

/**
 * The lake, and beside it the merged calendar as editors see it: with drafts, with every source of an
 * event and how each feed is doing. It holds links for members, so it is answered to whom the lake
 * itself answers: this machine.
 */
export function withEditorsEvents(lake: Lake, settings: Settings, folder: string): Lake {
  const loader = editorsLoader(settings, folder)
  return {
    ...lake,
    fetch: async (request) => {
      const url = new URL(request.url)
      if (url.pathname !== editorsEventsPath) return lake.fetch(request)
      // The lake's own guard decides who may ask: its answer to a ping is kept when it refuses.
      const ping = await lake.fetch(
        new Request(new URL('/v1/ping', url), {headers: request.headers}),
      )
      if (ping.status === 403) return ping
      const answer = await editorsEventsResponse(loader, url.searchParams)
      const headers = new Headers(answer.headers)
      for (const name of [
        'access-control-allow-origin',
        'access-control-allow-credentials',
        'vary',
      ]) {
        const value = ping.headers.get(name)
        if (value !== null) headers.set(name, value)
      }
      return new Response(answer.body, {status: answer.status, headers})
    },
  }
}

function editorsLoader(settings: Settings, folder: string): Loader {
  const {projectId, dataset, dataFolder, ports, now} = settings
  const samples = join(folder, 'content/feeds')
  const hasSamples = existsSync(samples)
  return createLoader({
    projectId,
    dataset,
    apiHost: `http://127.0.0.1:${ports.lake}`,
    perspective: 'drafts',
    ...(now && {now}),
    calendars: feedCalendars({
      cache: hasSamples ? memoryCache() : fileCache(join(dataFolder, 'editors-feeds')),
      ...(hasSamples && {fetch: sampleFeeds(samples, guardedFetch())}),
    }),
  })
}
