import {describe, expect, it} from 'vitest'

import {fieldsOf, type Fields} from '../../../schemas/reading/index.ts'
import {fillFromSeries} from '../../../studio/form/fillFromSeries.ts'
import {readSeries} from '../../../studio/series/readSeries.ts'

const now = '2026-11-26T09:00:00Z'

function series(changes: Record<string, unknown> = {}) {
  const read = readSeries({
    _id: 'series-all-hands',
    title: 'All Hands',
    slug: 'all-hands',
    minutes: 60,
    audience: 'members',
    defaultLinks: {_type: 'meetingLinks', join: 'https://meet.example.org/all'},
    cadence: {
      slots: [
        {
          frequency: 'weekly',
          interval: 1,
          weekdays: ['TH'],
          time: '18:00',
          timeZone: 'Europe/Madrid',
          startDate: '2026-12-03',
        },
      ],
    },
    sessions: [],
    ...changes,
  })
  if (!read) throw new Error('no series')
  return read
}

const allHands = series()
const board = series({
  _id: 'series-board',
  title: 'Board',
  slug: 'board',
  minutes: 30,
  audience: 'everyone',
  defaultLinks: {notes: 'https://notes.example.org/board'},
  cadence: {
    slots: [
      {
        frequency: 'weekly',
        interval: 1,
        weekdays: ['MO'],
        time: '09:30',
        timeZone: 'Asia/Tokyo',
        startDate: '2026-12-07',
      },
    ],
  },
})

/** Writes the values into the document, as the form does. */
function filled(document: Fields, next = allHands, previous?: typeof allHands): Fields {
  const {fields} = fillFromSeries({document, previous, next, now})
  return fields.reduce<Fields>((value, {path, value: own}) => put(value, path, own), document)
}

function put(document: Fields, [first = '', second]: readonly string[], value: unknown): Fields {
  if (second === undefined) return {...document, [first]: value}
  return {...document, [first]: {...fieldsOf(document[first]), [second]: value}}
}

const fromAllHands = {
  schedule: {start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  audience: 'members',
  links: {join: 'https://meet.example.org/all'},
  slug: {current: '2026-12-03-all-hands'},
}

describe('a series that is selected in a new session', () => {
  const empty = {title: '', audience: 'everyone'}

  it('fills the next open date, the zone, the length, the audience, the links and the slug', () => {
    expect(filled(empty)).toMatchObject(fromAllHands)
  })

  it('says what it filled, because no one should have to look for it', () => {
    expect(fillFromSeries({document: empty, previous: undefined, next: allHands, now}).text).toBe(
      'Filled from All Hands: Thu 3 Dec, 18:00 Madrid, 60 min, for members, links.',
    )
  })

  it('leaves out a date that a draft fills', () => {
    const [taken] = [{start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 60}]
    expect(filled(empty, series({sessions: [taken]}))).toMatchObject({
      schedule: {start: '2026-12-10T17:00:00Z'},
    })
  })

  it('keeps what an editor has entered, and the zone of an entered time', () => {
    const own = {
      title: 'Reading together',
      schedule: {start: '2026-12-24T12:00:00Z', timeZone: 'UTC', minutes: 90},
      links: {join: 'https://own.example.org'},
    }
    expect(filled(own)).toMatchObject({...own, slug: {current: '2026-12-24-reading-together'}})
  })

  it('is used with the title that came first', () => {
    const typed = {title: 'Reading together', slug: {current: 'reading-together'}}
    expect(filled(typed)).toMatchObject({slug: {current: '2026-12-03-reading-together'}})
  })

  it('keeps a slug that an editor has written', () => {
    expect(filled({title: 'A', slug: {current: 'winter'}})).toMatchObject({
      slug: {current: 'winter'},
    })
  })

  it('says that a series without a cadence has no date', () => {
    const none = series({
      cadence: undefined,
      minutes: undefined,
      audience: undefined,
      defaultLinks: {},
    })
    const {text} = fillFromSeries({document: empty, previous: undefined, next: none, now})
    expect(text).toBe('Filled from All Hands: 60 min. It has no open date: enter the date below.')
  })
})

describe('a session with a date of its own', () => {
  const none = series({cadence: undefined, audience: undefined, defaultLinks: {}})
  const dated = {schedule: {start: '2026-12-10T17:00:00Z', timeZone: 'Europe/Madrid'}}

  it('needs no date, so the note doesn’t ask for one', () => {
    const {text} = fillFromSeries({document: dated, previous: undefined, next: none, now})
    expect(text).toBe('Filled from All Hands: 60 min.')
    const document = {...dated, schedule: {...dated.schedule, minutes: 45}}
    expect(fillFromSeries({document, previous: undefined, next: none, now}).text).toBe(
      'All Hands has nothing to fill in.',
    )
  })
})

it('replaces the length that the form filled in with the date, because no editor entered it', () => {
  const schedule = {start: '2026-12-10T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 60}
  expect(filled({schedule}, board)['schedule']).toEqual({...schedule, minutes: 30})
  const own = {...schedule, minutes: 45}
  expect(filled({schedule: own}, board)['schedule']).toEqual(own)
})

it('names the zone that it fills without a date, because a time entered later is in it', () => {
  const past = {start: '2026-11-01T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 60}
  const next = series({
    cadence: undefined,
    audience: undefined,
    defaultLinks: {},
    sessions: [past],
  })
  const {text} = fillFromSeries({document: {}, previous: undefined, next, now})
  expect(text).toBe(
    'Filled from All Hands: Madrid time, 60 min. It has no open date: enter the date below.',
  )
})

describe('another series', () => {
  it('replaces what was filled', () => {
    const changed = filled(filled({title: ''}), board, allHands)
    expect(changed).toMatchObject({
      schedule: {start: '2026-12-07T00:30:00Z', timeZone: 'Asia/Tokyo', minutes: 30},
      audience: 'everyone',
      links: {join: undefined, notes: 'https://notes.example.org/board'},
      slug: {current: '2026-12-07-board'},
    })
  })

  it('keeps what was changed after it was filled', () => {
    const touched = {
      ...filled({title: 'Reading together'}),
      schedule: {start: '2026-12-04T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 45},
    }
    expect(filled(touched, board, allHands)).toMatchObject({schedule: touched.schedule})
  })

  it('can be undone, because each field has the value that it replaced', () => {
    const document = filled({title: ''})
    const {fields} = fillFromSeries({document, previous: allHands, next: board, now})
    const undone = fields.reduce<Fields>(
      (value, {path, before}) => put(value, path, before),
      filled(document, board, allHands),
    )
    expect(undone).toMatchObject(fromAllHands)
  })
})
