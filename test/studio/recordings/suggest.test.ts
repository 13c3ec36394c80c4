import {describe, expect, test} from 'vitest'

import {fieldsOf, itemsOf, refOf, textOf} from '../../../schemas/reading/stored.ts'
import {
  matchRecording,
  type RecordingFacts,
  type SessionFacts,
} from '../../../studio/recordings/matchRecording.ts'
import {suggestRecordings, suggestSessions} from '../../../studio/recordings/suggest.ts'
import {readContent, type StoredDocument} from '../../support/readContent.ts'

const content = readContent()
const byId = new Map(content.map((document) => [document._id, document]))
const nameOf = (id: string | undefined, field: string) => textOf(byId.get(id ?? '')?.[field]) ?? ''

function sessionOf(document: StoredDocument): SessionFacts {
  return {
    id: document._id,
    title: textOf(document['title']) ?? '',
    date: textOf(fieldsOf(document['schedule'])['start'])?.slice(0, 10),
    guests: itemsOf(document['guests'])
      .filter(({item}) => item['role'] !== 'moderator')
      .map(({item}) => nameOf(refOf(item['guest']), 'name')),
    series: nameOf(refOf(document['series']), 'title'),
  }
}

const sessions = content.filter(({_type}) => _type === 'touchpoint').map(sessionOf)
const recordings = content
  .filter(({_type}) => _type === 'recording')
  .map((document) => ({
    id: document._id,
    title: textOf(document['title']) ?? '',
    date: textOf(document['date']),
    of: sessions.find(({id}) => id === refOf(document['touchpoint'])),
  }))
const ofSessions = recordings.flatMap(({of, ...recording}) => (of ? [{recording, of}] : []))

/** Counts how often the right session comes first, for the ten recordings with a session. */
function countFirst(factsOf: (recording: (typeof recordings)[number], of: SessionFacts) => object) {
  return ofSessions.filter(({recording, of}) => {
    const facts: RecordingFacts = {id: recording.id, ...factsOf({...recording, of}, of)}
    return suggestSessions(facts, sessions)[0]?.item.id === of.id
  }).length
}

const later = (date: string | undefined, days: number) =>
  new Date(Date.parse(date ?? '') + days * 86_400_000).toISOString().slice(0, 10)

describe('the right session comes first on the sample content', () => {
  test('which has ten recordings with a session', () => {
    expect(ofSessions).toHaveLength(10)
  })

  test.each<[string, number, Parameters<typeof countFirst>[0]]>([
    ['with the stored title and date', 10, ({title, date}) => ({title, date})],
    ['without a date', 10, ({title}) => ({title})],
    [
      'with a title as on YouTube, without a date',
      10,
      ({title}, {guests}) => ({title: `OSPO Touchpoints: ${title} | ${guests.join(', ')}`}),
    ],
    ['with guests only', 10, (_, {guests}) => ({title: `Touchpoint with ${guests.join(' and ')}`})],
    ['with a date only', 10, ({date}) => ({title: 'GMT20250213-120001_Recording', date})],
    // 29 May is two days after one session and the day of another.
    ['with the date of an upload two days later', 9, ({date}) => ({date: later(date, 2)})],
    ['with a mistyped year', 10, ({title, date}) => ({title, date: date?.replace('2025', '2024')})],
    // "The OSPO Has a" is too short to identify a session.
    ['with the first four words of its title', 9, ({title}) => ({title: words(title, 0, 4)})],
  ])('%s: %i of ten', (_, expected, factsOf) => {
    expect(countFirst(factsOf)).toBe(expected)
  })

  test('and a webinar without a session gets no suggestion', () => {
    const others = recordings.filter(({of}) => !of)
    expect(others).toHaveLength(20)
    expect(others.flatMap((recording) => suggestSessions(recording, sessions))).toEqual([])
  })
})

function words(title: string, from: number, to: number): string {
  return title.split(' ').slice(from, to).join(' ')
}

const session: SessionFacts = {
  id: 's',
  title: 'To be announced',
  date: '2025-02-13',
  guests: ['Alin Jepelea'],
  series: 'Thursday touchpoints',
}

describe('a suggestion has reasons', () => {
  test('in the order of their weight', () => {
    const recording = {id: 'r', title: 'Alin Jepelea: to be announced', date: '2025-02-15'}
    expect(matchRecording(recording, session).reasons).toEqual([
      'same title',
      'Alin Jepelea in the title',
      'recorded 2 days later',
    ])
  })

  test('and a contradiction, so that an editor notices a mistyped date', () => {
    const recording = {id: 'r', title: 'To be announced', date: '2024-02-13'}
    expect(matchRecording(recording, session).reasons).toEqual([
      'same title',
      'but recorded 366 days earlier',
    ])
  })
})

test('at most three sessions are suggested, because the reference field can search for more', () => {
  const same = Array.from({length: 10}, (_, index) => ({...session, id: `s${index}`}))
  expect(suggestSessions({id: 'r', date: '2025-02-13'}, same)).toHaveLength(3)
})

test('a recording without title and date gets no suggestion', () => {
  expect(suggestSessions({id: 'r'}, sessions)).toEqual([])
  expect(suggestSessions({id: 'r', title: '', date: 'soon'}, sessions)).toEqual([])
})

test('the right recording comes first for each session', () => {
  for (const {recording, of} of ofSessions) {
    expect(suggestRecordings(of, recordings)[0]?.item.id).toBe(recording.id)
  }
})
