/**
 * Returns what FullCalendar makes of feeds, as its page shows it: `node fullCalendarEvents.mjs REQUESTS FIRST`,
 * in a folder with its packages. REQUESTS is a JSON file with a list of {texts, from, to}. Prints a line of JSON
 * for each from FIRST on.
 */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

import {build} from 'esbuild'
import {JSDOM} from 'jsdom'

const {window} = new JSDOM('<div id="calendar"></div>', {pretendToBeVisual: true})
for (const name of [
  'window',
  'document',
  'Node',
  'Element',
  'HTMLElement',
  'Event',
  'CustomEvent',
  'MutationObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
]) {
  Object.defineProperty(globalThis, name, {value: window[name], configurable: true, writable: true})
}
// Bundled, because ical.js 1 is CommonJS, and the plugin imports names of it.
await build({
  stdin: {
    contents: `export {Calendar, createPlugin} from '@fullcalendar/core'
      export {default as iCalendarPlugin} from '@fullcalendar/icalendar'`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  outfile: 'fullCalendar.bundle.mjs',
  logLevel: 'error',
})
const {Calendar, createPlugin, iCalendarPlugin} = await import(
  pathToFileURL(join(process.cwd(), 'fullCalendar.bundle.mjs')).href
)
// A view that draws nothing: only what is fetched and expanded is compared.
const plain = createPlugin({name: 'plain', views: {plain: {content: () => ''}}})

const requests = JSON.parse(readFileSync(process.argv[2], 'utf8'))
for (const request of requests.slice(Number(process.argv[3])))
  process.stdout.write(`${JSON.stringify(await eventsOf(request))}\n`)
process.exit(0)

function eventsOf({texts, from, to}) {
  globalThis.fetch = async (url) =>
    new Response(texts[Number(new URL(url, 'http://localhost').pathname.slice(1))])
  return new Promise((resolve) => {
    const errors = []
    const calendar = new Calendar(window.document.createElement('div'), {
      plugins: [plain, iCalendarPlugin],
      timeZone: 'UTC',
      initialView: 'window',
      views: {window: {type: 'plain', visibleRange: {start: from, end: to}}},
      eventSources: texts.map((_, index) => ({url: `/${index}`, format: 'ics', id: String(index)})),
      eventSourceFailure: (error) => errors.push(String(error)),
      loading: (isLoading) => {
        if (isLoading) return
        // After the events of the answer are set.
        setTimeout(() => {
          const events = calendar.getEvents().map(({title, startStr, endStr, allDay}) => ({
            title,
            start: startStr,
            end: endStr,
            allDay,
          }))
          calendar.destroy()
          resolve(events)
        })
      },
    })
    calendar.render()
  })
}
