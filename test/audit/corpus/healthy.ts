import type {AuditInput} from '@touchpoints/calendar/audit'
import type {EventSource} from '@touchpoints/calendar'
import {
  type Changes,
  cadenceOf,
  cadencesOf,
  datesAfter,
  eventsOf,
  feed,
  googleSplit,
  meeting,
  type Meeting,
  sessionOf,
  sessions,
  single,
  starts,
  uidOf,
  type Writer,
  writers,
} from './meeting.ts'

/** Calendars of a community in which nothing is wrong. */
export interface Healthy {
  name: string
  now: string
  input: AuditInput
}

const times = ['2026-07-02T00:00:00Z', '2026-11-26T00:00:00Z', '2027-02-10T00:00:00Z'] as const

const zoom = (id: number) => `https://us02web.zoom.us/j/8876543${id}`

const weekly = meeting(
  'Maintainers call',
  {time: '16:00', timeZone: 'Europe/Berlin'},
  {room: zoom(1001)},
)
const biweekly = meeting(
  'Accessibility SIG',
  {
    interval: 2,
    weekdays: ['WE'],
    time: '09:30',
    timeZone: 'America/New_York',
    startDate: '2025-01-08',
  },
  {room: zoom(1002)},
)
const monthly = meeting(
  'Steering committee',
  {
    frequency: 'monthly',
    monthlyOn: 'weekday',
    ordinals: [-1],
    weekdays: ['TH'],
    time: '18:00',
    timeZone: 'UTC',
  },
  {minutes: 90},
)
const sydney = meeting('APAC office hours', {
  time: '11:00',
  timeZone: 'Australia/Sydney',
  weekdays: ['FR'],
})
const tokyo = meeting('Translation sprint', {
  time: '20:00',
  timeZone: 'Asia/Tokyo',
  weekdays: ['SA'],
})
const twice = meeting('Triage', {weekdays: ['MO', 'TH'], time: '15:15', timeZone: 'Europe/London'})
const meetings = [weekly, biweekly, monthly, sydney, tokyo, twice]

const other = {id: 'calendar-other', title: 'Neighbor community', own: false} as const

function healthy(
  name: string,
  now: string,
  sources: readonly EventSource[],
  rest: Partial<AuditInput> = {},
): Healthy {
  return {name, now, input: {sources, ...rest}}
}

const byWriter = writers.flatMap((writer) =>
  times.map((now) =>
    healthy(`${writer} holds every cadence, ${now.slice(0, 10)}`, now, [
      feed(meetings.map((each) => eventsOf(each, writer))),
      cadencesOf(...meetings),
    ]),
  ),
)

/** LFX leaves a cancelled date out, so it can't announce it. */
const announcing: readonly Writer[] = ['rrule', 'google', 'outlook']

const announcedBreaks = announcing.flatMap((writer) =>
  times.map((now) => {
    const cancelled = (each: Meeting): Changes => ({cancelled: datesAfter(each, now, 6).slice(3)})
    return healthy(`${writer} has a break with cancelled events, ${now.slice(0, 10)}`, now, [
      feed([weekly, biweekly, sydney].map((each) => eventsOf(each, writer, cancelled(each)))),
      cadencesOf(weekly, biweekly, sydney),
    ])
  }),
)

const movedDates = writers.flatMap((writer) =>
  times.map((now) => {
    const moved = (each: Meeting, minutes: number): Changes => ({
      moved: {
        [datesAfter(each, now, 3)[2] ?? '']: minutes,
        [datesAfter(each, now, 8)[7] ?? '']: -60,
      },
    })
    return healthy(`${writer} moves single dates, ${now.slice(0, 10)}`, now, [
      feed([
        eventsOf(weekly, writer, moved(weekly, 60)),
        eventsOf(biweekly, writer, moved(biweekly, 1440)),
        eventsOf(tokyo, writer, moved(tokyo, -120)),
      ]),
      cadencesOf(weekly, biweekly, tokyo),
    ])
  }),
)

/** Sessions of a series, each about its own topic and linked to its event. */
const linked = times.flatMap((now) =>
  (['rrule', 'google', 'lfx'] as const).map((writer) => {
    const from = new Date(Date.parse(now) - 40 * 86_400_000).toISOString()
    const dates = starts(weekly, from).slice(0, 12)
    return healthy(`linked sessions of ${writer}, ${now.slice(0, 10)}`, now, [
      feed([eventsOf(weekly, writer)]),
      sessions(
        ...dates.map((start, index) =>
          sessionOf(weekly, start, {
            title: `Maintainers call: topic ${index}`,
            eventUid: uidOf(weekly, writer, start),
            seriesId: 'series-maintainers',
            seriesTitle: 'Maintainers call',
            status: start < now ? 'held' : 'planned',
          }),
        ),
      ),
      {kind: 'cadences', cadences: [{...cadenceOf(weekly, 'scheduled'), id: 'series-maintainers'}]},
    ])
  }),
)

const renamed = times.map((now) =>
  healthy(`renamed titles, ${now.slice(0, 10)}`, now, [
    feed([
      eventsOf({...weekly, title: '⭐️ Maintainers – weekly meeting'}, 'google'),
      eventsOf({...biweekly, title: 'Accessibility Special Interest Group'}, 'outlook'),
      eventsOf({...sydney, title: 'Office hours (APAC)'}, 'lfx'),
    ]),
    cadencesOf(weekly, biweekly, sydney),
  ]),
)

/** Another community has equal titles, other times and its own rooms. It has breaks that it announces nowhere. */
const neighbors = times.map((now) =>
  healthy(`a neighbor's calendar with equal titles, ${now.slice(0, 10)}`, now, [
    feed([eventsOf(weekly, 'rrule'), eventsOf(sydney, 'lfx')]),
    feed(
      [
        eventsOf(
          meeting('Maintainers call', {weekdays: ['WE'], time: '19:00'}, {room: zoom(7001)}),
          'google',
          {
            removed: datesAfter(meeting('x', {weekdays: ['WE'], time: '19:00'}), now, 5).slice(2),
          },
        ),
        eventsOf(meeting('Board'), 'outlook', {until: now.slice(0, 10)}),
      ],
      other,
    ),
    feed([eventsOf(weekly, 'rrule')], {...other, id: 'calendar-copy', title: 'Foundation'}),
    cadencesOf(weekly, sydney),
  ]),
)

const splits = times.map((now) => {
  const from = datesAfter(weekly, now, 5)[4] ?? ''
  return healthy(`a series that Google split without another time, ${now.slice(0, 10)}`, now, [
    feed([googleSplit({...weekly, id: 'split'}, {...weekly, id: 'split'}, from)]),
    cadencesOf(weekly),
  ])
})

const breaks = times.map((now) => {
  const dates = datesAfter(weekly, now, 6).slice(3)
  const cancelled = starts(weekly, now)
    .slice(3, 6)
    .map((start) =>
      sessionOf(weekly, start, {
        id: `session-${start}`,
        seriesId: 'series-maintainers',
        status: 'cancelled',
        cancelReason: 'Holidays',
      }),
    )
  return healthy(
    `a break that editors announce and the calendar leaves out, ${now.slice(0, 10)}`,
    now,
    [
      feed([eventsOf(weekly, 'rrule', {removed: dates})]),
      sessions(...cancelled),
      {kind: 'cadences', cadences: [{...cadenceOf(weekly, 'scheduled'), id: 'series-maintainers'}]},
    ],
  )
})

const rooms = times.map((now) =>
  healthy(`one room for meetings one after the other, ${now.slice(0, 10)}`, now, [
    feed([
      eventsOf(weekly, 'rrule'),
      eventsOf(
        {...meeting('Docs hour', {time: '17:00', timeZone: 'Europe/Berlin'}), room: zoom(1001)},
        'google',
      ),
      single('Release day', `${datesAfter(weekly, now, 2)[1]}T18:00:00Z`, {room: zoom(1001)}),
    ]),
    cadencesOf(weekly),
  ]),
)

const shortLists = times.map((now) => {
  const until = datesAfter(weekly, now, 4)[3] ?? ''
  return healthy(`a feed that lists the next four weeks only, ${now.slice(0, 10)}`, now, [
    feed([eventsOf(weekly, 'lfx', {until}), eventsOf(twice, 'lfx', {until})]),
    cadencesOf(weekly, twice),
  ])
})

const slots = times.map((now) =>
  healthy(`two slots of one title, ${now.slice(0, 10)}`, now, [
    feed([
      eventsOf({...weekly, id: 'slot-a'}, 'rrule'),
      eventsOf(
        {...weekly, id: 'slot-b', recurrence: {...weekly.recurrence, time: '08:00'}},
        'rrule',
      ),
    ]),
    cadencesOf(weekly),
  ]),
)

const pages = times.map((now) =>
  healthy(
    `pages that are right, ${now.slice(0, 10)}`,
    now,
    [feed(meetings.map((each) => eventsOf(each, 'rrule'))), cadencesOf(...meetings)],
    {
      pages: [
        {
          url: 'https://example.org/README.md',
          text: [
            '# Meetings',
            '- Maintainers call: Tuesdays at 16:00 CET ([join](https://zoom.us/j/88765431001?pwd=x))',
            '- Accessibility SIG: every second Wednesday, 9:30 am ET',
            '- Steering committee: last Thursday of the month, 18:00–19:30 UTC',
            '- APAC office hours: Fridays 11:00 AEST',
            'The office opens at 9:00 UTC. The 2nd release was on Friday at 12:00 UTC.',
          ].join('\n'),
        },
        {
          url: 'https://example.org/meetings/',
          text: '<h1>Meetings</h1><section><h2>Triage</h2><p>Mondays and Thursdays</p><p>15:15 London time</p></section><h2>Imprint</h2>',
        },
      ],
    },
  ),
)

const series = times.map((now) =>
  healthy(`a series without a calendar event of its own, ${now.slice(0, 10)}`, now, [
    feed([eventsOf(weekly, 'rrule')]),
    sessions(
      ...starts(sydney, now)
        .slice(0, 5)
        .map((start) =>
          sessionOf(sydney, start, {seriesId: 'series-apac', title: `Guest ${start.slice(5, 10)}`}),
        ),
    ),
    cadencesOf(weekly),
  ]),
)

/** Slots that alternate: every other week in the morning. */
const evening = meeting('Open hour', {interval: 2}, {id: 'evening', room: zoom(1003)})
const morning = meeting(
  'Open hour',
  {interval: 2, startDate: '2025-01-14', time: '08:00'},
  {id: 'morning', room: zoom(1003)},
)

const alternating = times.flatMap((now) => [
  healthy(`slots that alternate, ${now.slice(0, 10)}`, now, [
    feed([eventsOf(evening, 'rrule'), eventsOf(morning, 'outlook')]),
    cadencesOf(evening, morning),
  ]),
  healthy(`topics of sessions without links, in the room of the series, ${now.slice(0, 10)}`, now, [
    feed([eventsOf(evening, 'rrule')]),
    {kind: 'cadences', cadences: [{...cadenceOf(evening, 'scheduled'), id: 'series-open'}]},
    sessions(
      ...starts(evening, now)
        .slice(0, 6)
        .map((start, index) =>
          sessionOf(evening, start, {
            title: `Topic ${index} with a guest`,
            seriesId: 'series-open',
            seriesTitle: 'Open hour',
          }),
        ),
    ),
  ]),
  healthy(`a community on two platforms, ${now.slice(0, 10)}`, now, [
    feed([eventsOf(weekly, 'google')]),
    feed([eventsOf(weekly, 'lfx')], {id: 'calendar-lfx', title: 'LFX'}),
    cadencesOf(weekly),
  ]),
])

/** Every healthy calendar of the corpus. */
export const healthyCalendars: readonly Healthy[] = [
  ...byWriter,
  ...announcedBreaks,
  ...movedDates,
  ...linked,
  ...renamed,
  ...neighbors,
  ...splits,
  ...breaks,
  ...rooms,
  ...shortLists,
  ...slots,
  ...pages,
  ...series,
  ...alternating,
]
