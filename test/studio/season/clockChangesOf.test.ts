import {describe, expect, it} from 'vitest'

import {clockChangesOf, clockSentences} from '../../../studio/season/clockChangesOf.ts'
import {addDays} from '../../../words/dates/index.ts'

const mondays = (monday: string, count = 26) =>
  Array.from({length: count}, (_, week) => addDays(monday, week * 7))

/** Returns the sentences of each week, by its Monday. */
function sentences(zone: string, places: Record<string, string>, monday: string, count?: number) {
  const weeks = mondays(monday, count)
  const changes = clockChangesOf({
    zones: [zone],
    places: Object.entries(places).map(([name, timeZone]) => ({name, timeZone})),
    mondays: weeks,
  })
  return Object.fromEntries([...changes].map(([week, each]) => [weeks[week], clockSentences(each)]))
}

describe('weeks between clock changes', () => {
  it('of London and New York are three in spring', () => {
    expect(sentences('Europe/London', {AMER: 'America/New_York'}, '2026-01-05')).toEqual({
      '2026-03-09': [
        'New York: clocks go forward on Sun 8 Mar.',
        'Meetings in London time: AMER meets an hour later.',
      ],
      '2026-03-16': ['Meetings in London time: AMER still meets an hour later.'],
      '2026-03-23': ['Meetings in London time: AMER still meets an hour later.'],
      '2026-03-30': [
        'London: clocks go forward on Sun 29 Mar.',
        'Meetings in London time: AMER meets an hour earlier.',
      ],
    })
  })

  it('of London and New York is one in autumn', () => {
    expect(
      Object.keys(sentences('Europe/London', {AMER: 'America/New_York'}, '2026-07-06')),
    ).toEqual(['2026-10-26', '2026-11-02'])
  })

  it('of Madrid and Auckland, where clocks go the other way, is one, and then the difference stays', () => {
    expect(sentences('Europe/Madrid', {NZ: 'Pacific/Auckland'}, '2026-01-05')).toEqual({
      '2026-03-30': [
        'Madrid: clocks go forward on Sun 29 Mar.',
        'Meetings in Madrid time: NZ meets an hour earlier.',
      ],
      '2026-04-06': [
        'Auckland: clocks go back on Sun 5 Apr.',
        'Meetings in Madrid time: NZ meets an hour earlier.',
      ],
    })
  })

  it('do not exist between zones that change together', () => {
    expect(sentences('Europe/London', {EMEA: 'Europe/Madrid'}, '2026-01-05')).toEqual({})
  })

  it('are one week where only one zone changes, because all later weeks are alike', () => {
    expect(Object.keys(sentences('Europe/London', {IN: 'Asia/Kolkata'}, '2026-01-05'))).toEqual([
      '2026-03-30',
    ])
  })

  it('know half an hour', () => {
    const texts = sentences('UTC', {LHI: 'Australia/Lord_Howe'}, '2026-03-02', 8)
    expect(texts['2026-04-06']?.[1]).toBe('Meetings in UTC time: LHI meets 30 minutes earlier.')
  })

  it('name several places that move alike in one sentence', () => {
    const places = {NY: 'America/New_York', LA: 'America/Los_Angeles'}
    expect(sentences('Europe/London', places, '2026-03-02', 2)['2026-03-09']).toContain(
      'Meetings in London time: NY and LA meet an hour later.',
    )
  })

  it('name several zones in which the same places move alike in one sentence', () => {
    const weeks = mondays('2026-03-02', 2)
    const places = [{name: 'AMER', timeZone: 'America/New_York'}]
    const changes = clockChangesOf({zones: ['Europe/London', 'UTC'], places, mondays: weeks})
    expect([...changes.values()].flatMap(clockSentences)).toContain(
      'Meetings in London and UTC time: AMER meets an hour later.',
    )
  })

  it.each(['2026-03-09', '2026-03-16', '2026-03-23'])(
    'are the same in a plan that begins in the middle of them, on %s',
    (monday) => {
      expect(
        Object.keys(sentences('Europe/London', {AMER: 'America/New_York'}, monday, 6))[0],
      ).toBe(monday)
    },
  )

  it('begin with a Friday on which clocks changed, as in Cairo', () => {
    expect(sentences('UTC', {EG: 'Africa/Cairo'}, '2026-04-06', 5)).toEqual({
      '2026-04-20': [
        'Cairo: clocks go forward on Fri 24 Apr.',
        'Meetings in UTC time: EG meets an hour later.',
      ],
    })
  })

  it('are none without weeks', () => {
    expect(clockChangesOf({zones: ['UTC'], places: [], mondays: []}).size).toBe(0)
  })
})
