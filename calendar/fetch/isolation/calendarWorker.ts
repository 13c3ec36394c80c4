import {parentPort, workerData, type MessagePort} from 'node:worker_threads'
import {feedCalendars} from '../feedCalendars.ts'
import {fileCache} from '../fileCache.ts'
import {guardedFetch} from '../guardedFetch.ts'
import {memoryCache} from '../memoryCache.ts'
import {sampleFeeds} from '../sampleFeeds.ts'
import {threadOptions, type ThreadOptions} from './messages.ts'
import {serveRequests} from './serveRequests.ts'

/** The thread of `isolatedCalendars`: everything that a feed's content can influence happens here. */
function start(port: MessagePort, {cacheFolder, sampleFolder, ...options}: ThreadOptions): void {
  const {allowHosts = []} = options
  const cache = cacheFolder === undefined ? memoryCache() : fileCache(cacheFolder)
  const guarded = guardedFetch({allowHosts})
  const fetch = sampleFolder === undefined ? guarded : sampleFeeds(sampleFolder, guarded)
  serveRequests(port, (guard) => feedCalendars({...options, cache, fetch, guard}))
}

const options = threadOptions(workerData)
// Imported elsewhere, this module does nothing.
if (parentPort && options) start(parentPort, options)
