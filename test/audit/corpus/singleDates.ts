import {
  type Failure,
  failure,
  nth,
  startOf,
  healthy,
  book,
  security,
  board,
  docs,
  onboarding,
  winter,
} from './community.ts'
import {
  cadencesOf,
  datesAfter,
  eventsOf,
  feed,
  meeting,
  sessionOf,
  sessions,
  single,
  uidOf,
  writers,
} from './meeting.ts'

const removed: Failure[] = [
  ...writers.flatMap((writer) =>
    [book, security].map((planned) =>
      failure(`${writer} leaves out one date of ${planned.title}`, 'removed', [
        feed([eventsOf(planned, writer, {removed: [nth(planned, 2)]})]),
        cadencesOf(planned),
      ]),
    ),
  ),
  ...[docs, onboarding].map((planned) =>
    failure(`a break of three weeks that only the calendar of ${planned.title} has`, 'removed', [
      feed([eventsOf(planned, 'lfx', {removed: datesAfter(planned, winter, 6).slice(3)})]),
      cadencesOf(planned),
    ]),
  ),
  failure('one date of a monthly meeting is gone', 'removed', [
    feed([eventsOf(board, 'outlook', {removed: [nth(board, 1)]}), healthy(book)]),
    cadencesOf(board, book),
  ]),
  failure('a renamed meeting loses a date', 'removed', [
    feed([eventsOf({...book, title: 'Book WG: weekly call'}, 'rrule', {removed: [nth(book, 1)]})]),
    cadencesOf(book),
  ]),
  ...(['rrule', 'lfx', 'google'] as const).map((writer) =>
    failure(`${writer} removes the date of a linked session`, 'removed', [
      feed([eventsOf(book, writer, {removed: [nth(book, 1)]})]),
      sessions(
        sessionOf(book, startOf(book, 1), {
          eventUid: uidOf(book, writer, startOf(book, 1)),
          seriesId: 'series-book',
        }),
      ),
    ]),
  ),
]

/** Two slots of one title, which alternate. */
const evening = meeting('Open hour', {interval: 2}, {id: 'evening'})
const morning = meeting(
  'Open hour',
  {interval: 2, startDate: '2025-01-14', time: '08:00'},
  {id: 'morning'},
)

removed.push(
  failure('one of two alternating slots loses a date', 'removed', [
    feed([eventsOf(evening, 'rrule', {removed: [nth(evening, 2)]}), eventsOf(morning, 'google')]),
    cadencesOf(evening, morning),
  ]),
  failure('the cadence is weekly, and the calendar has every other week', 'removed', [
    feed([eventsOf(evening, 'outlook')]),
    cadencesOf(meeting('Open hour')),
  ]),
)

const moved: Failure[] = [
  ...writers.map((writer) =>
    failure(`${writer} moves the date of a linked session by two hours`, 'moved', [
      feed([eventsOf(book, writer, {moved: {[nth(book, 1)]: 120}})]),
      sessions(
        sessionOf(book, startOf(book, 1), {eventUid: uidOf(book, writer, startOf(book, 1))}),
      ),
    ]),
  ),
  ...(['rrule', 'outlook'] as const).map((writer) =>
    failure(`another calendar has the old time of a date that ${writer} moved`, 'moved', [
      feed([eventsOf(security, writer, {moved: {[nth(security, 1)]: 60}})]),
      feed([eventsOf(security, writer)], {id: 'calendar-other', title: 'Foundation', own: false}),
    ]),
  ),
  failure('a single event moves to another day, and its linked session stays', 'moved', [
    feed([single('Summit planning', '2026-12-10T15:00:00Z', {uid: 'summit@example.org'})]),
    sessions(
      sessionOf(meeting('Summit planning'), '2026-12-08T15:00:00Z', {
        eventUid: 'summit@example.org',
      }),
    ),
  ]),
  failure('LFX moves a date by a day', 'moved', [
    feed([eventsOf(board, 'lfx', {moved: {[nth(board, 0)]: 1440}})]),
    sessions(
      sessionOf(board, startOf(board, 0), {eventUid: uidOf(board, 'lfx', startOf(board, 0))}),
    ),
  ]),
]

const cancelled: Failure[] = [
  ...(['rrule', 'google', 'outlook'] as const).map((writer) =>
    failure(`${writer} cancels a date, and its session is still confirmed`, 'cancelled', [
      feed([eventsOf(book, writer, {cancelled: [nth(book, 1)]})]),
      sessions(sessionOf(book, startOf(book, 1), {eventUid: uidOf(book, writer)})),
    ]),
  ),
  failure('another calendar still has a date that was cancelled', 'cancelled', [
    feed([eventsOf(docs, 'rrule', {cancelled: [nth(docs, 2)]})]),
    feed([eventsOf(docs, 'rrule')], {id: 'calendar-other', title: 'Foundation', own: false}),
  ]),
  failure('an editor cancels a session, and the calendar goes on', 'cancelled', [
    feed([eventsOf(book, 'rrule')]),
    sessions(
      sessionOf(book, startOf(book, 1), {eventUid: uidOf(book, 'rrule'), status: 'cancelled'}),
    ),
  ]),
  failure(
    'a session without a link to its event is confirmed although Outlook cancels it',
    'cancelled',
    [
      feed([eventsOf(book, 'outlook', {cancelled: [nth(book, 3)]})]),
      sessions(sessionOf(book, startOf(book, 3))),
    ],
  ),
]

/** A single date is wrong. */
export const singleDateFailures: readonly Failure[] = [...removed, ...moved, ...cancelled]
