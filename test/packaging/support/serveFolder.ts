import {readFile, stat} from 'node:fs/promises'
import {extname, join} from 'node:path'

import {pageServer} from '../../support/pageServer.ts'

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.ics', 'text/calendar; charset=utf-8'],
  ['.xml', 'application/xml'],
])

/** Serves a folder, as a static host does. */
export function serveFolder(folder: string) {
  return pageServer(async (request) => {
    const {pathname} = new URL(request.url)
    const path = join(folder, decodeURIComponent(pathname))
    const file = await stat(path).then(
      (stats) => (stats.isDirectory() ? join(path, 'index.html') : path),
      () => path,
    )
    const type = types.get(extname(file)) ?? 'application/octet-stream'
    return readFile(file).then(
      (bytes) => new Response(bytes, {headers: {'content-type': type}}),
      () => new Response('File not found.', {status: 404}),
    )
  })
}
