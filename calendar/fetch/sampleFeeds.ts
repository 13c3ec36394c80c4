import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {callback, folder as folderPath, requireValue} from '../optionValues.ts'
import type {FeedFetch} from './feedFetch.ts'

/**
 * Creates a fetch that reads the sample calendars from files and passes every other address to `fetch`.
 *
 * The demo then needs no network.
 *
 * `folder` contains `index.json`, an object that maps a feed's address to a file in the same folder. It
 * is read at each request: it refers to a few files of some kilobytes, and an edited sample appears at
 * once.
 *
 * @param folder - path of the folder, such as `content/todo/feeds`
 * @param fetch - fetches every other address
 * @throws OptionError when an argument is invalid
 * @example
 * feedCalendars({fetch: sampleFeeds('content/todo/feeds', guardedFetch())})
 */
export function sampleFeeds(folder: string, fetch: FeedFetch): FeedFetch {
  requireValue('sampleFeeds', 'folder', folder, folderPath)
  requireValue('sampleFeeds', 'fetch', fetch, callback)
  return async (url, init) => {
    const request = new Request(url, init)
    const file = fileOf(await readFile(resolve(folder, 'index.json'), 'utf8'), request.url)
    if (file === undefined) return fetch(url, init)
    return respond(request, await readFile(resolve(folder, file)))
  }
}

function fileOf(index: string, url: string): string | undefined {
  const files = new Map<string, unknown>(Object.entries(Object(JSON.parse(index))))
  const file = files.get(url)
  return typeof file === 'string' ? file : undefined
}

function respond(request: Request, body: Buffer<ArrayBuffer>): Response {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`
  const headers = {'content-type': 'text/calendar; charset=utf-8', etag}
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, {status: 304, headers})
  }
  return new Response(request.method === 'HEAD' ? null : body, {headers})
}
