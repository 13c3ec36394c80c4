import {
  type Failure,
  failure,
  startOf,
  healthy,
  book,
  docs,
  onboarding,
  winter,
} from './community.ts'
import {
  cadencesOf,
  eventsOf,
  feed,
  googleSplit,
  meeting,
  sessionOf,
  sessions,
  shifted,
  single,
  starts,
  uidOf,
} from './meeting.ts'

const stillPlanned: Failure[] = [2, 10, 30, 60].map((days) => {
  const start = shifted(winter, -days * 1440 + 600)
  return failure(`a session of ${days} days ago is still planned`, 'still-planned', [
    sessions(sessionOf(onboarding, start, {status: 'planned'})),
  ])
})

const without: Failure[] = [
  failure('an empty calendar', 'no-upcoming-events', [feed([])]),
  failure('the own calendar ended a year ago, without a cadence', 'no-upcoming-events', [
    feed([eventsOf(book, 'rrule', {until: '2025-10-01'})]),
  ]),
  failure('the calendar of a neighbor moved to another platform', 'no-upcoming-events', [
    feed([healthy(book)]),
    feed([eventsOf(docs, 'google', {until: '2026-09-01'})], {
      id: 'calendar-other',
      title: 'Neighbor',
      own: false,
    }),
  ]),
  failure('only single events of last year', 'no-upcoming-events', [
    feed([single('Summit', '2025-10-02T09:00:00Z'), single('Workshop', '2025-11-02T09:00:00Z')]),
  ]),
  failure('the title filter leaves out everything', 'no-upcoming-events', [
    feed([healthy(book)], {titleFilters: [{action: 'include', text: 'OSPO'}]}),
  ]),
]

const unreadable: Failure[] = [
  ...(
    [
      ['http-status', 'calendar.example.org responded with status 404.'],
      ['http-status', 'calendar.example.org responded with status 410.'],
      ['not-a-calendar', 'calendar.example.org sent a web page instead of a calendar.'],
      ['unreachable', 'calendar.example.org does not exist.'],
      ['blocked-address', 'calendar.example.org has a private address.'],
    ] as const
  ).map(([code, message]) =>
    failure(`a calendar fails: ${message}`, 'unreadable-calendar', [
      {kind: 'failed-feed', id: 'calendar-main', title: 'Main calendar', code, message},
      cadencesOf(book),
      sessions(sessionOf(book, startOf(book, 1), {eventUid: 'book@example.org'})),
    ]),
  ),
  ...(['event-loss', 'http-status', 'not-a-calendar'] as const).map((code) =>
    failure(`the last good copy is used: ${code}`, 'unreadable-calendar', [
      feed([healthy(book)], {
        problems: [
          {
            kind: 'feed',
            source: 'calendar-main',
            code,
            message: 'It failed.',
            staleSeconds: 900_000,
          },
        ],
      }),
      cadencesOf(book),
    ]),
  ),
]

const later = meeting('Book Working Group', {time: '18:00'})
const lineage: Failure[] = [
  ...['2026-12-08', '2027-01-12', '2026-11-10'].map((from) =>
    failure(`another calendar has the copy from before the split of ${from}`, 'stale-copy', [
      feed([googleSplit(meeting('Book Working Group'), later, from)]),
      feed([eventsOf(meeting('Book Working Group'), 'google')], {
        id: 'calendar-other',
        title: 'Foundation',
        own: false,
      }),
    ]),
  ),
  ...(['rrule', 'google', 'outlook'] as const).map((writer) =>
    failure(`${writer} deleted the event of a linked session`, 'dead-link', [
      feed([healthy(onboarding)]),
      sessions(sessionOf(book, startOf(book, 1), {eventUid: uidOf(book, writer)})),
    ]),
  ),
  failure('LFX created the meeting again, and every linked session lost its event', 'dead-link', [
    feed([eventsOf({...book, id: 'again'}, 'lfx')]),
    sessions(
      ...starts(book, winter)
        .slice(0, 6)
        .map((start) =>
          sessionOf({...book, title: `Book: chapter ${start.slice(5, 10)}`}, start, {
            eventUid: uidOf(book, 'lfx', start),
            seriesId: 'series-book',
            seriesTitle: 'Chapters',
          }),
        ),
    ),
  ]),
]
const pages: Failure[] = [
  ...[
    'The Book Working Group meets every Tuesday at 15:00 Europe/Madrid.',
    'Book WG — Wednesdays, 17:00 CET',
    '<table><tr><td>Book WG</td><td>Tuesday 6:30 pm CET</td></tr></table>',
  ].map((text) =>
    failure(
      `a page says: ${text}`,
      'page-differs',
      [feed([eventsOf(book, 'rrule')]), cadencesOf(book)],
      {pages: [{url: 'https://example.org/wg', text}]},
    ),
  ),
  failure('a page is gone', 'unreadable-page', [feed([eventsOf(book, 'rrule')])], {
    pages: [{url: 'https://example.org/gone', failure: 'example.org responded with status 404.'}],
  }),
]

/** A calendar, a page, a link to an event or a session is not kept. */
export const sourceFailures: readonly Failure[] = [
  ...stillPlanned,
  ...without,
  ...unreadable,
  ...lineage,
  ...pages,
]
