import {join} from 'node:path'
import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import {createApp} from 'astro/app/entrypoint'
import sirv from 'sirv'
import {consoleLogger, oncePerMinute} from 'touchpoints'
import {type Encoders, pageCache} from 'touchpoints/http'
import {eventStream} from 'touchpoints/preview'

import {readListenAddress} from '../src/environment.ts'
import {calendarHandler} from '../src/http/calendarHandler.ts'
import {environment} from '../src/loader.ts'
import {clock, hasSession, isSignedShare, publishedChanges} from '../src/preview/previewServer.ts'
import {loadMonitor} from './loadMonitor.ts'
import {markStale} from './markStale.ts'
import {pageAddress} from './pageAddress.ts'
import {pageFiles} from './pageFiles.ts'
import {pageRenderer} from './renderPage.ts'
import {siteServer} from './siteServer.ts'
import {stopOnSignals} from './stopOnSignals.ts'

/** Starts the built site: `node site/dist/server/entry.mjs`. */
const {host, port} = readListenAddress()
const {siteUrl, dataFolder, apiHost, projectId, dataset} = environment
const {origin} = new URL(siteUrl)
const log = oncePerMinute(consoleLogger, clock)
const onError = (error: unknown) => log.error('Site error.', error)
const app = createApp()

/** Quality 5 is a third smaller than gzip, in the time of gzip. */
const brotli = {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}
const encoders: Encoders = [
  ['br', (body) => promisify(brotliCompress)(body, brotli)],
  ['gzip', (body) => promisify(gzip)(body)],
]

const pages = pageCache({
  render: pageRenderer(app, origin),
  changes: publishedChanges,
  now: clock,
  store: pageFiles(join(dataFolder, 'pages'), {
    source: [origin, apiHost, projectId, dataset].join(' '),
  }),
  markStale,
  encoders,
})

const files = sirv(join(import.meta.dirname, '../client'), {
  brotli: true,
  gzip: true,
  extensions: [],
  setHeaders: (response, path) => {
    const isHashed = path.startsWith('/_astro/')
    const caching = isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
    response.setHeader('cache-control', caching)
    response.setHeader('x-content-type-options', 'nosniff')
  },
})

const load = loadMonitor()
const stopping = new AbortController()
const server = siteServer({
  origin,
  pages,
  addressOf: pageAddress,
  hasSession,
  isSignedShare,
  api: calendarHandler,
  live: () => eventStream(publishedChanges),
  app,
  files,
  load,
  stopping: stopping.signal,
  onError,
})

// A rejection that nothing waits for belongs to one request, and must not end the others.
process.on('unhandledRejection', onError)
stopOnSignals(server, {
  start: () => {
    stopping.abort()
    load.stop()
  },
  finish: () => pages.flush(),
})
server.once('error', (error) => {
  process.stderr.write(
    `Could not listen on ${host}:${port}: ${error.message}. Set HOST and PORT.\n`,
  )
  process.exit(1)
})
server.listen(port, host, () =>
  process.stdout.write(`The site is listening on http://${host}:${port}\n`),
)
