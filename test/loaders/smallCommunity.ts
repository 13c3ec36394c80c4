import {mergeEvents, parseCalendar, type CalendarReader} from '../../calendar/index.ts'
import {createLoader, type LoaderSettings} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'

/** A Wednesday. */
export const now = '2026-03-04T00:00:00Z'
export const window = {from: '2026-03-01T00:00:00Z', to: '2026-05-01T00:00:00Z'}

export const community = {
  _id: 'community',
  _type: 'community',
  name: 'Small Community',
  timeZone: 'Europe/Madrid',
  regions: [{_key: 'a', code: 'Norte', timeZone: 'Europe/Madrid'}],
  languages: ['en', 'es'],
  description: 'We meet.',
  descriptionTranslations: translations({es: 'Nos reunimos.'}),
}

export const meetingsPage = {
  _id: 'meetingsPage',
  _type: 'meetingsPage',
  title: 'Meetings',
  titleTranslations: translations({es: 'Reuniones'}),
  path: '/meetings/',
  introduction: text('Welcome.'),
  introductionTranslations: translations({es: text('Bienvenida.')}),
}

export const committee = group('committee', 'Committee', {
  titleTranslations: translations({es: 'Comité'}),
})
export const docs = group('docs', 'SIG Documentation', {
  titleTranslations: translations({es: 'GIE Documentación', 'es-MX': 'GIE Documentos'}),
  kind: 'SIG',
  parent: {_type: 'reference', _ref: 'group-committee'},
})

/** Tuesdays at 15:00 in Madrid: 14:00 UTC in winter. */
export const tuesdays = {
  _key: 'a',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TU'],
  time: '15:00',
  timeZone: 'Europe/Madrid',
  startDate: '2026-01-06',
}

export function group(id: string, title: string, fields: Record<string, unknown> = {}) {
  return {
    _id: `group-${id}`,
    _type: 'workingGroup',
    title,
    slug: {current: id},
    phase: 'active',
    ...fields,
  }
}

/** A series of SIG Documentation, unless `fields` say otherwise. */
export function series(id: string, title: string, fields: Record<string, unknown> = {}) {
  return {
    _id: `series-${id}`,
    _type: 'series',
    title,
    slug: {current: id},
    group: {_type: 'reference', _ref: 'group-docs'},
    meets: 'standing',
    lifecycle: 'active',
    audience: 'everyone',
    cadence: {slots: [tuesdays]},
    ...fields,
  }
}

export function session(id: string, start: string, fields: Record<string, unknown> = {}) {
  return {
    _id: `session-${id}`,
    _type: 'touchpoint',
    title: 'Glossary',
    slug: {current: id},
    series: {_type: 'reference', _ref: 'series-weekly'},
    schedule: {start, timeZone: 'Europe/Madrid', minutes: 60},
    status: 'confirmed',
    audience: 'everyone',
    ...fields,
  }
}

export function translations(values: Record<string, unknown>) {
  return Object.entries(values).map(([language, value]) => ({_key: language, language, value}))
}

export function text(words: string) {
  return [
    {
      _type: 'block',
      _key: 'b',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 's', text: words, marks: []}],
    },
  ]
}

/** The community's own calendar. Its events are `lines` of iCalendar. */
export const calendar = {
  _id: 'calendar-own',
  _type: 'calendar',
  title: 'Own calendar',
  slug: {current: 'own'},
  ownership: 'own',
  feedUrl: 'https://calendar.example/own.ics',
  color: '#0b57d0',
  enabled: true,
  nonPublicEvents: 'leave-out',
  mailAddresses: 'remove',
}

interface Setup {
  documents: readonly object[]
  /** Events of the own calendar. */
  feed?: readonly string[]
  settings?: Partial<LoaderSettings>
}

/** Returns a loader over these documents, and those of the community. */
export function loaderOf({documents, feed = [], settings}: Setup) {
  const own = [community, meetingsPage, committee, docs]
  const ids = new Set(documents.map((each) => String(Reflect.get(each, '_id'))))
  const all = [...own.filter(({_id}) => !ids.has(_id)), ...documents]
  const client = memoryClient(all.map((each) => ({_updatedAt: now, ...each})))
  return createLoader({client, now, calendars: reading(feed), ...settings})
}

export function vevent(uid: string, start: string, summary: string, more: readonly string[] = []) {
  const lines = [`UID:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H', `SUMMARY:${summary}`, ...more]
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
}

function reading(feed: readonly string[]): CalendarReader {
  const parsed = parseCalendar(['BEGIN:VCALENDAR', ...feed, 'END:VCALENDAR'].join('\r\n'))
  return async ({feeds, touchpoints, cadences, decisions = [], ...request}) =>
    mergeEvents(
      [
        ...feeds.map(({id, title, own}) => ({
          kind: 'feed' as const,
          id,
          title,
          own,
          calendar: parsed,
        })),
        {kind: 'touchpoints', touchpoints},
        {kind: 'cadences', cadences},
        {kind: 'decisions', decisions},
      ],
      request,
    )
}

/** A calendar of records alone: no feed is read. */
export const recordsOnly: CalendarReader = ({touchpoints, cadences, ...request}) =>
  Promise.resolve(
    mergeEvents(
      [
        {kind: 'touchpoints', touchpoints},
        {kind: 'cadences', cadences},
      ],
      request,
    ),
  )
