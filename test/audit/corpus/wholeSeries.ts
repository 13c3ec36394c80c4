import type {Recurrence} from '@touchpoints/calendar/time'
import {
  type Failure,
  failure,
  healthy,
  book,
  security,
  board,
  docs,
  onboarding,
  all,
  winter,
  spring,
  summer,
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
  writers,
} from './meeting.ts'

const ended: Failure[] = [
  ...writers.flatMap((writer) =>
    [
      ['four weeks', '2026-10-29'],
      ['three months', '2026-08-25'],
    ].map(([ago = '', until = '']) =>
      failure(`${writer} ended ${ago} ago, and nobody renewed it`, 'ended', [
        feed([eventsOf(book, writer, {until}), healthy(onboarding)]),
        cadencesOf(book, onboarding),
      ]),
    ),
  ),
  ...(['rrule', 'outlook'] as const).map((writer) =>
    failure(`${writer} ended one and a half years ago`, 'ended', [
      feed([eventsOf(security, writer, {until: '2025-05-28'}), healthy(book)]),
      cadencesOf(security, book),
    ]),
  ),
  failure('the only meeting of the calendar ended in summer', 'ended', [
    feed([eventsOf(docs, 'rrule', {until: '2026-06-15'})]),
    cadencesOf(docs),
  ]),
]

const neverListed: Failure[] = all.map((planned) => {
  const others = all.filter((each) => each !== planned).slice(0, 2)
  return failure(`no calendar has ${planned.title}`, 'never-listed', [
    feed(others.map(healthy)),
    cadencesOf(planned, ...others),
  ])
})
neverListed.push(
  failure('the calendar has the first meeting of the group only, in the past', 'never-listed', [
    feed([eventsOf(book, 'rrule'), single(onboarding.title, '2026-10-09T14:00:00Z')]),
    cadencesOf(book, onboarding),
  ]),
  failure('only another community has a meeting of that name, at another time', 'never-listed', [
    feed([healthy(book)]),
    feed([eventsOf(meeting('Contributor onboarding', {weekdays: ['MO']}), 'rrule')], {
      id: 'calendar-other',
      title: 'Other',
      own: false,
    }),
    cadencesOf(book, onboarding),
  ]),
)

/** [what the cadence says, what the calendar keeps, now] */
const zonePairs: [Partial<Recurrence>, Partial<Recurrence>, string][] = [
  [{time: '17:00', timeZone: 'Europe/Madrid'}, {time: '15:00', timeZone: 'UTC'}, winter],
  [{time: '17:00', timeZone: 'Europe/Madrid'}, {time: '16:00', timeZone: 'UTC'}, winter],
  [{time: '17:00', timeZone: 'UTC'}, {time: '17:00', timeZone: 'Europe/Madrid'}, summer],
  [{time: '16:00', timeZone: 'UTC'}, {time: '17:00', timeZone: 'Europe/Madrid'}, spring],
  [{time: '11:00', timeZone: 'America/New_York'}, {time: '16:00', timeZone: 'UTC'}, winter],
  [
    {time: '11:00', timeZone: 'America/New_York'},
    {time: '17:00', timeZone: 'Europe/Berlin'},
    spring,
  ],
  [
    {time: '16:00', timeZone: 'Europe/London'},
    {time: '08:00', timeZone: 'America/Los_Angeles'},
    winter,
  ],
  [{time: '19:00', timeZone: 'Australia/Sydney'}, {time: '08:00', timeZone: 'UTC'}, winter],
  [{time: '17:30', timeZone: 'Asia/Kolkata'}, {time: '13:00', timeZone: 'Europe/Madrid'}, winter],
]

const wrongZone: Failure[] = [
  failure(
    'LFX follows the clocks of New York, and one date in the window differs',
    'wrong-zone',
    [
      feed([eventsOf(meeting('Book WG', {timeZone: 'America/New_York', time: '11:00'}), 'lfx')]),
      cadencesOf(meeting('Book Working Group')),
    ],
    {now: summer},
  ),
  ...zonePairs.flatMap(([announced, kept, now], index) => {
    const [a, b] = [meeting('Book Working Group', announced), meeting('Book WG', kept)]
    const writer = writers[index % writers.length] ?? 'rrule'
    return [
      failure(
        `the cadence says ${announced.time} ${announced.timeZone}, ${writer} keeps ${kept.time} ${kept.timeZone}`,
        'wrong-zone',
        [feed([eventsOf(b, writer)]), cadencesOf(a)],
        {now},
      ),
    ]
  }),
  ...[1, 2].map((interval) =>
    failure(
      `the linked sessions of a series are planned in UTC, every ${interval} weeks`,
      'wrong-zone',
      [
        feed([eventsOf(meeting('Book Working Group', {interval}), 'rrule')]),
        sessions(
          ...starts(
            meeting('Book Working Group', {time: '15:00', timeZone: 'UTC', interval}),
            '2026-09-20T00:00:00Z',
            '2027-05-01T00:00:00Z',
          ).map((start) =>
            sessionOf(meeting('Book Working Group'), start, {
              eventUid: uidOf(book, 'rrule'),
              seriesId: 'series-book',
              seriesTitle: 'Book Working Group',
              status: start < winter ? 'held' : 'confirmed',
            }),
          ),
        ),
      ],
    ),
  ),
  failure('a foundation’s calendar keeps another zone in the same room', 'wrong-zone', [
    feed([eventsOf(book, 'rrule')]),
    feed(
      [
        eventsOf(
          {...book, id: 'copy', recurrence: {...book.recurrence, time: '16:00', timeZone: 'UTC'}},
          'google',
        ),
      ],
      {id: 'calendar-foundation', title: 'Foundation', own: false},
    ),
  ]),
  ...[
    'The Book Working Group meets every Tuesday at 16:00 UTC.',
    '<h2>Book working group</h2><p>Tuesdays, <b>15:00 UTC</b></p>',
    '## Book WG\n\nWe meet weekly.\n\n- When: Tuesdays at 4:00 pm UTC\n',
    '| Book WG | Tuesday | 11:00 America/New_York |',
    'Book WG: Tuesdays 8am Pacific Time',
  ].map((text) =>
    failure(
      `a page says: ${text.slice(0, 60).replaceAll('\n', ' ')}`,
      'wrong-zone',
      [feed([eventsOf(book, 'rrule')]), cadencesOf(book)],
      {pages: [{url: 'https://example.org/README.md', text}]},
    ),
  ),
]

const retimed: Failure[] = [
  ...[30, 60, -120, 240].map((minutes, index) => {
    const writer = writers[index] ?? 'rrule'
    const at = 17 * 60 + minutes
    const time = `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
    const kept = meeting('Book Working Group', {time})
    return failure(`${writer} has the whole series ${minutes} minutes away`, 'retimed', [
      feed([eventsOf(kept, writer)]),
      cadencesOf(book),
    ])
  }),
  ...(['rrule', 'lfx'] as const).map((writer) =>
    failure(`${writer} has the series on another weekday`, 'retimed', [
      feed([
        eventsOf(
          meeting('Book Working Group', {weekdays: ['TH'], startDate: '2025-01-09'}),
          writer,
        ),
      ]),
      cadencesOf(book),
    ]),
  ),
  failure('Google split the series and moved the later part', 'retimed', [
    feed([googleSplit(book, meeting('Book Working Group', {time: '18:30'}), '2027-01-12')]),
    cadencesOf(book),
  ]),
  failure('Google split the series and moved it to Thursdays two weeks ago', 'retimed', [
    feed([
      googleSplit(
        book,
        meeting('Book Working Group', {weekdays: ['TH'], startDate: '2025-01-09'}),
        '2026-11-11',
      ),
    ]),
    cadencesOf(book),
  ]),
  failure('LFX moved every date and kept the UIDs', 'retimed', [
    feed([
      eventsOf(board, 'lfx', {
        moved: Object.fromEntries(starts(board).map((start) => [start.slice(0, 10), 60])),
      }),
    ]),
    cadencesOf(board),
  ]),
  failure('the biweekly meeting is in the calendar’s other week', 'retimed', [
    feed([
      eventsOf(
        {...security, recurrence: {...security.recurrence, startDate: '2025-01-15'}},
        'rrule',
      ),
    ]),
    cadencesOf({...security, recurrence: {...security.recurrence, startDate: '2025-01-08'}}),
  ]),
  failure('the linked sessions of a series are half an hour early', 'retimed', [
    feed([eventsOf(book, 'google')]),
    sessions(
      ...starts(book, winter, '2027-02-01T00:00:00Z').map((start) =>
        sessionOf(book, shifted(start, -30), {
          eventUid: uidOf(book, 'google'),
          seriesId: 'series-book',
          seriesTitle: 'Book Working Group',
        }),
      ),
    ),
  ]),
  failure('a foundation’s calendar has the series an hour late', 'retimed', [
    feed([eventsOf(book, 'rrule')]),
    feed(
      [eventsOf({...book, id: 'copy', recurrence: {...book.recurrence, time: '18:00'}}, 'outlook')],
      {id: 'calendar-foundation', title: 'Foundation', own: false},
    ),
  ]),
]

/** A whole series is wrong. */
export const wholeSeriesFailures: readonly Failure[] = [
  ...ended,
  ...neverListed,
  ...wrongZone,
  ...retimed,
]
