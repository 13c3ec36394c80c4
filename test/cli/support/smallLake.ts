import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createLake, serve} from '../../../lake/index.ts'
import {
  calendar,
  committee,
  community,
  docs,
  meetingsPage,
  series,
  session,
  text,
  translations,
} from '../../loaders/smallCommunity.ts'
import {commandLine} from '../../support/commandLine.ts'
import {writeFiles} from './writeFiles.ts'

/** The time of exports of the small community. */
export const exportedAt = '2026-03-04T00:00:00Z'

const section = (kind: string, heading: string, fields: object = {}) => ({
  _key: kind,
  _type: 'pageSection',
  kind,
  heading,
  ...fields,
})

/** The small community with a page of several sections, a recording, and a title that is markup. */
export const documents = [
  community,
  {
    ...meetingsPage,
    sections: [
      section('touchpoints', 'Sessions', {
        headingTranslations: translations({es: 'Sesiones'}),
        text: text('Come <along> & listen.'),
      }),
      section('workingGroups', 'Groups'),
      section('recordings', 'Recordings'),
      section('calendar', 'Calendar'),
      section('otherCalendars', 'Other calendars'),
    ],
  },
  committee,
  docs,
  calendar,
  series('weekly', 'Weekly call'),
  session('glossary', '2026-03-10T14:00:00Z', {
    titleTranslations: translations({es: 'Glosario'}),
  }),
  session('markup', '2026-03-24T14:00:00Z', {title: '<b>"Bold"</b> {{< raw >}} {% raw %}'}),
  session('earlier', '2026-02-10T14:00:00Z', {title: 'Earlier talk', status: 'held'}),
  {
    _id: 'recording-earlier',
    _type: 'recording',
    title: 'Earlier talk, recorded',
    slug: {current: 'earlier'},
    availability: 'published',
    media: {youtubeId: '2QopYZbo3EQ'},
    date: '2026-02-10',
  },
]

const feed = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//test//EN',
  'BEGIN:VEVENT',
  'UID:board@calendar.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART:20260311T100000Z',
  'DTEND:20260311T110000Z',
  'SUMMARY:Board meeting',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

/** A lake with the small community, and the command in a folder of its own. */
export async function startSmallLake(more: readonly object[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-export-'))
  let now = '2026-03-01T00:00:00Z'
  const lake = createLake({
    file: ':memory:',
    projectId: 'touchpoints',
    dataset: 'production',
    clock: {now: () => new Date(now)},
  })
  const load = (all: readonly object[], at = now) => {
    now = at
    lake.import([{file: 'a.ndjson', text: all.map((each) => JSON.stringify(each)).join('\n')}])
  }
  load([...documents, ...more])
  await writeFiles(folder, {
    'feeds/index.json': JSON.stringify({[calendar.feedUrl]: 'own.ics'}),
    'feeds/own.ics': feed,
  })
  const server = await serve(lake, {port: 0})
  const touchpoints = commandLine(folder, {
    SANITY_API_HOST: server.url,
    TOUCHPOINTS_SAMPLE_FEEDS: join(folder, 'feeds'),
  })
  return {
    folder,
    /** Imports documents, which replaces those with the same id. Their last change is then, or at `at`. */
    load,
    touchpoints,
    stop: async () => {
      await server.close()
      lake.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}
