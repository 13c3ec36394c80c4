import {describe, expect, test} from 'vitest'

import {fieldsOf, itemsOf, refOf, textOf} from '../../../schemas/reading/stored.ts'
import {
  likeness,
  type RecordingFacts,
  type SessionFacts,
} from '../../../studio/recordings/likeness.ts'
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

/** How often the right session comes first, of the ten recordings whose session is on record. */
function foundFirst(known: (recording: (typeof recordings)[number], of: SessionFacts) => object) {
  return ofSessions.filter(({recording, of}) => {
    const facts: RecordingFacts = {id: recording.id, ...known({...recording, of}, of)}
    return suggestSessions(facts, sessions)[0]?.of.id === of.id
  }).length
}

const later = (date: string | undefined, days: number) =>
  new Date(Date.parse(date ?? '') + days * 86_400_000).toISOString().slice(0, 10)

describe('on the sample content the right session comes first', () => {
  test('there are ten recordings to find it for', () => {
    expect(ofSessions).toHaveLength(10)
  })

  test.each<[string, number, Parameters<typeof foundFirst>[0]]>([
    ['as they are stored', 10, ({title, date}) => ({title, date})],
    ['without a date', 10, ({title}) => ({title})],
    [
      'titled as on YouTube, without a date',
      10,
      ({title}, {guests}) => ({title: `OSPO Touchpoints: ${title} | ${guests.join(', ')}`}),
    ],
    [
      'by its guests alone',
      10,
      (_, {guests}) => ({title: `Touchpoint with ${guests.join(' and ')}`}),
    ],
    ['by its date alone', 10, ({date}) => ({title: 'GMT20250213-120001_Recording', date})],
    // 29 May is two days after one session and the very day of another.
    ['by the date of an upload two days later', 9, ({date}) => ({date: later(date, 2)})],
    ['with a year mistyped', 10, ({title, date}) => ({title, date: date?.replace('2025', '2024')})],
    // "The OSPO Has a" is too little to go by.
    ['by the first four words of its title', 9, ({title}) => ({title: words(title, 0, 4)})],
  ])('%s: %i of ten', (_, expected, known) => {
    expect(foundFirst(known)).toBe(expected)
  })

  test('and none is suggested for a webinar that was no session', () => {
    const others = recordings.filter(({of}) => !of)
    expect(others).toHaveLength(7)
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

describe('each suggestion says why', () => {
  test('with the strongest reason first', () => {
    const recording = {id: 'r', title: 'Alin Jepelea: to be announced', date: '2025-02-15'}
    expect(likeness(recording, session).reasons).toEqual([
      'the same title',
      'Alin Jepelea in its title',
      'recorded 2 days later',
    ])
  })

  test('and what speaks against it, so that a mistyped date is noticed', () => {
    const recording = {id: 'r', title: 'To be announced', date: '2024-02-13'}
    expect(likeness(recording, session).reasons).toEqual([
      'the same title',
      'but recorded 366 days earlier',
    ])
  })
})

test('at most three are suggested: more would be a list to search in', () => {
  const same = Array.from({length: 10}, (_, index) => ({...session, id: `s${index}`}))
  expect(suggestSessions({id: 'r', date: '2025-02-13'}, same)).toHaveLength(3)
})

test('a recording that says nothing yet gets no suggestion', () => {
  expect(suggestSessions({id: 'r'}, sessions)).toEqual([])
  expect(suggestSessions({id: 'r', title: '', date: 'soon'}, sessions)).toEqual([])
})

test('the other way round, a session finds its recording among those that belong to none', () => {
  for (const {recording, of} of ofSessions) {
    expect(suggestRecordings(of, recordings)[0]?.of.id).toBe(recording.id)
  }
})
