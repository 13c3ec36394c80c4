import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {icalendar, type EventsDocument} from 'touchpoints/feeds'
import {expect, test} from 'vitest'

import {root} from '../support/workspaces.ts'

const page = readFileSync(join(root, 'docs/compare/fullcalendar.md'), 'utf8')
const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(page) ?? []

const event: Omit<EventsDocument['events'][number], 'id' | 'title' | 'start' | 'end' | 'allDay'> = {
  kind: 'touchpoint',
  floating: false,
  status: 'confirmed',
  topics: [],
  regions: [],
  calendars: [],
  people: [],
}
const document: EventsDocument = {
  version: 1,
  title: 'Meetings',
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  calendars: [],
  events: [
    {
      ...event,
      id: 'a',
      title: 'Call',
      start: '2024-03-28T13:00:00Z',
      end: '2024-03-28T14:00:00Z',
      allDay: false,
      timeZone: 'Europe/Madrid',
    },
    {
      ...event,
      id: 'b',
      title: 'Camp',
      start: '2024-03-29',
      end: '2024-03-31',
      allDay: true,
      status: 'cancelled',
    },
  ],
}

async function converted(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-docs-'))
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'fullCalendarEvents.ts'), code)
    const address = `data:application/json,${encodeURIComponent(JSON.stringify(document))}`
    const script = `
      import {fullCalendarEvents} from './fullCalendarEvents.ts'
      console.log(JSON.stringify(await fullCalendarEvents(${JSON.stringify(address)})))`
    writeFileSync(join(folder, 'print.mts'), script)
    const {stdout} = await promisify(execFile)(process.execPath, [join(folder, 'print.mts')])
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

test('the lines of docs/compare/fullcalendar.md give FullCalendar UTC instants, which need no zone', async () => {
  expect(await converted()).toEqual([
    {
      id: 'a',
      title: 'Call',
      start: '2024-03-28T13:00:00Z',
      end: '2024-03-28T14:00:00Z',
      allDay: false,
    },
    {id: 'b', title: 'Canceled: Camp', start: '2024-03-29', end: '2024-03-31', allDay: true},
  ])
})

test('the served calendar.ics has a TZID, which is why the page advises against it', () => {
  expect(icalendar(document.events, {title: 'Meetings', host: 'example.org'})).toContain(
    'DTSTART;TZID=Europe/Madrid:20240328T140000',
  )
})
