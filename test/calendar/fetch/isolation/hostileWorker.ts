import {parentPort, workerData} from 'node:worker_threads'

import {feedCalendars} from '../../../../calendar/fetch/feedCalendars.ts'
import {fileCache} from '../../../../calendar/fetch/fileCache.ts'
import {guardedFetch} from '../../../../calendar/fetch/guardedFetch.ts'
import {threadOptions} from '../../../../calendar/fetch/isolation/messages.ts'
import {serveRequests} from '../../../../calendar/fetch/isolation/serveRequests.ts'
import {memoryCache} from '../../../../calendar/fetch/memoryCache.ts'
import {sampleFeeds} from '../../../../calendar/fetch/sampleFeeds.ts'
import {parseCalendar} from '../../../../calendar/parseCalendar.ts'

/**
 * A worker as `calendarWorker`, with a parser that has the bugs which no known text triggers: it loops,
 * takes all memory or ends the thread if the text says so.
 */
const {cacheFolder, sampleFolder = '', ...options} = threadOptions(workerData) ?? {}

function loop(): never {
  for (;;);
}

function hoard(): never {
  const all: object[] = []
  for (;;) all.push({text: `${all.length}`})
}

if (parentPort) {
  const cache = cacheFolder === undefined ? memoryCache() : fileCache(cacheFolder)
  const files = sampleFeeds(sampleFolder, guardedFetch({allowHosts: options.allowHosts ?? []}))
  serveRequests(parentPort, (guard) =>
    feedCalendars({
      ...options,
      guard,
      cache,
      fetch: (url, init) => (url.includes('loop-outside') ? loop() : files(url, init)),
      parse: (text, limits) => {
        if (text.includes('X-LOOP:parse')) loop()
        if (text.includes('X-HOARD:parse')) hoard()
        if (text.includes('X-EXIT:parse')) process.exit(1)
        const calendar = parseCalendar(text, limits)
        return text.includes('X-LOOP:between') ? {...calendar, between: loop} : calendar
      },
    }),
  )
}
