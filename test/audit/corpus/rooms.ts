import {
  type Failure,
  failure,
  startOf,
  zoom,
  teams,
  meet,
  lfxRoom,
  book,
  docs,
  onboarding,
} from './community.ts'
import {cadencesOf, eventsOf, feed, meeting, sessionOf, sessions, single, uidOf} from './meeting.ts'

const rooms = [zoom(2001), teams('x1'), meet, lfxRoom]
const inRooms: Failure[] = [
  ...rooms.map((room) =>
    failure(`two groups meet in ${room.slice(0, 40)} at one time`, 'shared-room', [
      feed([
        eventsOf({...book, room}, 'rrule'),
        eventsOf(meeting('Outreach committee', {}, {room}), 'google'),
      ]),
    ]),
  ),
  failure('two groups overlap by half an hour in one room', 'shared-room', [
    feed([eventsOf(book, 'rrule')]),
    feed(
      [eventsOf(meeting('Outreach committee', {time: '17:30'}, {room: zoom(1001)}), 'outlook')],
      {
        id: 'calendar-events',
        title: 'Events',
      },
    ),
  ]),
  failure('a session uses the room of a group’s call', 'shared-room', [
    feed([eventsOf(book, 'rrule')]),
    sessions(
      sessionOf(meeting('Licensing with Ana'), startOf(book, 2), {
        joinUrl: 'https://zoom.us/wc/join/81234561001',
      }),
    ),
  ]),
  failure('two cadences share a room every other week', 'shared-room', [
    cadencesOf(book, {...meeting('Legal SIG', {interval: 2}), room: zoom(1001)}),
  ]),
  failure('a one-off event sits in the room of a weekly call', 'shared-room', [
    feed([eventsOf(book, 'rrule'), single('Election', startOf(book, 1), {room: zoom(1001)})]),
  ]),
  failure('a session has the room of last year', 'other-room', [
    feed([eventsOf(book, 'rrule')]),
    sessions(
      sessionOf(book, startOf(book, 1), {eventUid: uidOf(book, 'rrule'), joinUrl: zoom(3001)}),
    ),
  ]),
  failure('the cadence has the old room of the calendar’s call', 'other-room', [
    feed([eventsOf({...book, room: meet}, 'rrule')]),
    cadencesOf(book),
  ]),
  failure('a page links to the old room', 'other-room', [feed([eventsOf(book, 'rrule')])], {
    pages: [{url: 'https://example.org/', text: `Book WG: [join](${zoom(4001)})`}],
  }),
  ...[
    'https://us02web.zoom.us/rec/share/abc',
    'https://zoom.us/u/abc123',
    'https://us02web.zoom.us/s/81234567890',
  ].map((joinUrl) =>
    failure(`a session has ${joinUrl} as its join link`, 'dead-room', [
      sessions(sessionOf(onboarding, startOf(onboarding, 1), {joinUrl})),
    ]),
  ),
  ...[zoom(1001), teams('old')].map((room) =>
    failure(
      `the room ${room.slice(0, 40)} is gone`,
      'dead-room',
      [feed([eventsOf({...book, room}, 'rrule')])],
      {deadRooms: [{url: room, reason: 'status 404'}]},
    ),
  ),
]

const twice: Failure[] = [
  failure('a session three days after the event of its title', 'possible-move', [
    feed([single('Summit', '2026-12-07T15:00:00Z')]),
    sessions(sessionOf(meeting('Summit'), '2026-12-10T15:00:00Z')),
  ]),
  failure('the calendar has the old and the new copy of a meeting', 'possible-duplicate', [
    feed([eventsOf(docs, 'lfx'), eventsOf({...docs, id: 'docs-again'}, 'lfx')]),
  ]),
  failure(
    'two events of one title, one time and two rooms in two calendars',
    'possible-duplicate',
    [
      feed([eventsOf(book, 'rrule')]),
      feed([eventsOf({...book, id: 'copy', room: zoom(5001)}, 'google')], {
        id: 'calendar-other',
        title: 'Foundation',
        own: false,
      }),
    ],
  ),
  failure('a session that adds its topic to the event, without a room', 'possible-duplicate', [
    feed([single('Licensing', startOf(onboarding, 1))]),
    sessions(sessionOf(meeting('Licensing and provenance'), startOf(onboarding, 1))),
  ]),
  failure('an event was created twice in one room', 'possible-duplicate', [
    feed([
      single('Release party', '2026-12-10T15:00:00Z', {uid: 'a@x', room: meet}),
      single('Release party', '2026-12-10T15:00:00Z', {uid: 'b@x', room: `${meet}?pli=1`}),
    ]),
  ]),
  failure('a session half an hour from the event of its title', 'possible-move', [
    feed([single('Summit planning', '2026-12-10T15:30:00Z')]),
    sessions(sessionOf(meeting('Summit planning'), '2026-12-10T15:00:00Z')),
  ]),
  failure('two calendars have one title an hour apart', 'possible-move', [
    feed([single('Release retrospective', '2026-12-10T15:00:00Z')]),
    feed([single('Release retrospective', '2026-12-10T16:00:00Z')], {
      id: 'calendar-other',
      title: 'Foundation',
      own: false,
    }),
  ]),
  failure('the old and the new time of an event overlap in its room', 'possible-move', [
    feed([
      single('Release party', '2026-12-10T15:00:00Z', {uid: 'a@x', room: zoom(6001)}),
      single('Release party', '2026-12-10T15:30:00Z', {uid: 'b@x', room: zoom(6001)}),
    ]),
  ]),
]

/** A room is wrong, or a meeting is there twice. */
export const roomFailures: readonly Failure[] = [...inRooms, ...twice]
