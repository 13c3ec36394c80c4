import {expect, test} from 'vitest'

import {
  entryFacts,
  entryTime,
  eventDays,
  everyDay,
  listEventsOnce,
  maxEntriesPerDay,
} from '../../site/src/calendar/eventDays.ts'
import {feedNotices} from '../../site/src/calendar/feedNotices.ts'
import {wordsIn} from '../../words/index.ts'
import {mergeEvents} from '../../calendar/merge/mergeEvents.ts'
import {feed, occurrence} from '../calendar/merge/fakes.ts'

const march = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}

const everyFourMinutes = Array.from({length: 360}, (_, index) =>
  occurrence(new Date(Date.UTC(2024, 2, 28) + index * 240_000).toISOString(), {
    uid: `dense-${index}`,
    title: `Dense ${index}`,
  }),
)
const meeting = occurrence('2024-03-28T20:00:00Z', {uid: 'meeting', title: 'Meeting'})

test('a day shows a bounded number of entries, and counts the others', () => {
  const {events} = mergeEvents([feed('dense', everyFourMinutes), feed('other', [meeting])], march)
  const [day] = eventDays(events, 'UTC', '2024-03-28', '2024-03-29')
  expect(day?.entries).toHaveLength(maxEntriesPerDay)
  expect(day?.omitted).toBe(361 - maxEntriesPerDay)
  expect(listEventsOnce(day ? [day] : [])[0]?.omitted).toBe(361 - maxEntriesPerDay)
})

test('a dense calendar does not push the meeting of another calendar from its day', () => {
  const {events} = mergeEvents([feed('dense', everyFourMinutes), feed('other', [meeting])], march)
  const [day] = eventDays(events, 'UTC', '2024-03-28', '2024-03-29')
  expect(day?.entries.map(({event}) => event.title)).toContain('Meeting')
})

test('visitors see once which calendar has too many events', () => {
  const limit = {kind: 'calendar', code: 'limit', message: 'left out', source: 'dense'} as const
  const {problems} = mergeEvents([feed('dense', everyFourMinutes)], {...march, limit: 10})
  expect(problems).toMatchObject([{code: 'limit', source: 'dense'}])
  const calendar = {_id: 'dense', title: 'Dense calendar'}
  const notices = feedNotices([...problems, limit], [calendar], wordsIn('en'))
  expect(notices).toEqual([
    {text: 'Dense calendar has too many events. Only the next ones are shown.'},
  ])
})

test.each([
  ['2024-03-29', 'All day'],
  ['2024-03-30', 'All day, until 29 Mar'],
])('whole days that end before %s are written as "%s"', (end, text) => {
  const days = occurrence('2024-03-28', {uid: 'days', allDay: true, end})
  const [event] = mergeEvents([feed('own', [days])], march).events
  const entry = event && {event, continued: false}
  expect(entry && entryTime(entry, 'UTC', wordsIn('en'))).toBe(text)
})

test('a static site has every day of a period, because an event of another zone needs its day', () => {
  const {events} = mergeEvents([feed('other', [meeting])], march)
  const days = eventDays(events, 'UTC', '2024-03-27', '2024-03-30')
  const all = everyDay(days, '2024-03-27', '2024-03-30')
  expect(all.map(({date, entries}) => [date, entries.length])).toEqual([
    ['2024-03-27', 0],
    ['2024-03-28', 1],
    ['2024-03-29', 0],
  ])
  expect(listEventsOnce(all).map(({date}) => date)).toEqual(['2024-03-28'])
})

test('a whole day never moves to the day of another zone, and a time does', () => {
  const whole = occurrence('2024-03-28', {uid: 'days', allDay: true, end: '2024-03-29'})
  const {events} = mergeEvents([feed('own', [whole, meeting])], march)
  const facts = events.map((event) => entryFacts({event, continued: false}, 'UTC', true))
  expect(facts.map((each) => [each?.at, each?.moves?.title])).toEqual([
    ['', undefined],
    ['20:00', 'Meeting'],
  ])
  expect(events.map((event) => entryFacts({event, continued: false}, 'UTC', false))).toEqual([
    undefined,
    undefined,
  ])
})
