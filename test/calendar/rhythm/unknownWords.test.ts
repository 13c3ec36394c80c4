import {cadenceDates, type Cadence} from '@touchpoints/calendar/time'
import {readCadence, type Question, type QuestionCode} from '@touchpoints/calendar/rhythm'
import {describe, expect, test} from 'vitest'

/** A Wednesday in summer. */
const today = '2026-07-01'

function cadenceOf(words: string, day = today): Cadence {
  const reading = readCadence(words, {today: day})
  if (reading.kind !== 'cadence') throw new Error(`${words}: ${JSON.stringify(reading)}`)
  return reading.cadence
}

function startsOf(words: string, day = today): string[] {
  const dates = cadenceDates(cadenceOf(words, day), {from: `${day}T00:00:00Z`, count: 3})
  return dates.map(({start}) => start.slice(0, 16))
}

function questionsOf(words: string, day = today): Question[] {
  const reading = readCadence(words, {today: day, timeZone: 'Europe/London'})
  if (reading.kind !== 'questions') throw new Error(`${words}: ${JSON.stringify(reading)}`)
  return reading.questions
}

function codesOf(words: string, day = today): QuestionCode[] {
  return [...new Set(questionsOf(words, day).map(({code}) => code))].toSorted()
}

describe('words that the reader does not know are a question, so that no date is silently wrong', () => {
  test.each([
    'Wednesdays 16:00 UTC. Each subsequent meeting will start four hours later',
    'Every Monday at 10:00 UTC, only in odd months',
    'Every Monday at 10:00 UTC in odd months',
    'Every Tuesday 17:00 UTC (odd months) and 09:00 UTC (even months)',
    'Weekly Tuesday 17:00 UTC (discontinued)',
    'Weekly Tuesday 17:00 UTC, inactive',
    'Weekly Tuesday 17:00 UTC. This group is defunct.',
    'Weekly Tuesday 17:00 UTC, now archived',
    'Weekly Tuesday 17:00 UTC - dormant',
    'Weekly Tuesday 17:00 UTC, merged into SIG Network',
    'Weekly Tuesday 17:00 UTC, weather permitting',
    'Weekly Tuesday 17:00 UTC aspirationally',
    'Weekly Tuesday 17:00 UTC, mothballed',
    'Most Tuesdays 17:00 UTC',
    'First and last Friday of the quarter, 10:00 UTC',
  ])('“%s”', (words) => {
    expect(codesOf(words)).toEqual(['not-understood'])
  })

  test.each([
    '每月最后一个周四，北京时间上午 10:00-11:00 UTC+8:00',
    'каждый второй Thursday 17:00 UTC',
    '隔週 Thursday 17:00 UTC',
  ])('“%s” is in another script: no answer is offered, since it would be half read', (words) => {
    expect(questionsOf(words)).toMatchObject([{code: 'not-understood', choices: []}])
  })

  test('another language in Latin letters is not understood', () => {
    expect(codesOf('Alle zwei Wochen Thursday 17:00 UTC')).toContain('not-understood')
  })

  test.each([
    'Kubernetes SIG Network meeting: weekly on Tuesday 17:00 UTC, on Zoom, everyone is welcome',
    'Tuesdays 17:00 UTC, recordings archived on YouTube',
    'Tuesdays 17:00 UTC; the notes were archived.',
    'Weekly Tuesday 17:00 UTC. Join our Slack and bring cake.',
    'We meet every Tuesday at 17:00 UTC via Google Meet (notes and recordings)',
  ])('“%s” has only harmless words', (words) => {
    expect(readCadence(words, {today})).toMatchObject({kind: 'cadence', doubts: []})
  })

  test('no answer removes an hour with a condition that is not understood', () => {
    const questions = questionsOf('Tuesdays 4pm UTC during US DST / 5pm UTC otherwise')
    expect(questions.flatMap(({choices}) => choices)).toEqual([])
  })
})

describe('clear words and clear questions', () => {
  test.each([
    ['Tuesdays at 10:00 AM Pacific Time (US and Canada)', '2026-07-07T17:00', undefined],
    ['Tuesdays noon-1pm UTC', '2026-07-07T12:00', 60],
    ['Tuesdays 11am-noon PT', '2026-07-07T18:00', 60],
    ['Every Tuesday 10-12 UTC', '2026-07-07T10:00', 120],
    ['Tuesdays at 10:00 UTC - 11:00', '2026-07-07T10:00', 60],
    ['Tuesdays at 10:00 UTC – 11:00 UTC', '2026-07-07T10:00', 60],
    ['Tuesdays 21:00 UTC+3 Europe/Moscow', '2026-07-07T18:00', undefined],
    ['Tuesdays 16h00 CEST (Paris time)', '2026-07-07T14:00', undefined],
    ['Tuesdays weekly at UTC 18:00 (06:00 PM)', '2026-07-07T18:00', undefined],
    ['Weekly Tuesday 17:00 UTC. The meetings last up to 1 hour', '2026-07-07T17:00', 60],
    ['Daily at midnight UTC', '2026-07-01T00:00', undefined],
    ['Every year on the first Tuesday of May at 10:00 UTC', '2027-05-04T10:00', undefined],
    ['Every 4 weeks at 0100 UTC. Meetings start on 17 Sep 2019', '2026-07-14T01:00', undefined],
    ['Every other Wednesday 17:00 UTC, next triage 8 July 2026', '2026-07-08T17:00', undefined],
  ])('“%s” starts on %s, %s minutes', (words, start, minutes) => {
    const reading = readCadence(words, {today})
    expect(startsOf(words)[0]).toBe(start)
    expect('minutes' in reading ? reading.minutes : undefined).toBe(minutes)
  })

  test.each([
    ['We alternate between Wednesdays 9:00 AM PT and 4:00 PM PT', 'turn-order'],
    ['Thursdays 17:00 UTC with the chairs running a biweekly catch up session', 'not-understood'],
    ['Tuesdays 17:00 UTC until the release of 3.15', 'not-understood'],
    [
      'First and third Thursdays of the month. EMEA and Asia: 12:00 UTC, Americas and Pacific: 21:00 UTC',
      'all-or-in-turn',
    ],
  ] as const)('“%s” has one question: %s', (words, code) => {
    expect(codesOf(words)).toEqual([code])
  })

  test.each([
    'Thursdays at 17:00 UTC-3:30',
    'Tuesdays at 10:00 UTC-11:00',
    'Tuesdays at 10:00 UTC -11:00',
    'Tuesdays at 08:00 UTC-09:30',
  ])('“%s” is not read: an offset and the end of a range look the same', (words) => {
    expect(codesOf(words)).toContain('not-understood')
  })

  test('an offset that can’t be the end of a range is one', () => {
    expect(startsOf('Tuesdays at 10:00 UTC-07:00')[0]).toBe('2026-07-07T17:00')
  })

  test('each answer about hours keeps the day and the rhythm between them', () => {
    const words =
      "10:00–11:00 Eastern Daylight Time, on Wednesday's every two weeks (16:00-17:00 CEST)"
    const question = questionsOf(words, '2026-09-01').find(({code}) => code === 'hours-disagree')
    expect(question?.choices.map((choice) => choice.words)).toEqual([
      "10:00–11:00 Eastern Daylight Time, on Wednesday's every two weeks",
      "16:00-17:00 CEST, on Wednesday's every two weeks",
    ])
  })

  test('the answers about midnight are one day apart', () => {
    const [question] = questionsOf('Sundays at midnight UTC')
    expect(question?.choices.map((choice) => startsOf(choice.words)[0])).toEqual([
      '2026-07-05T00:00',
      '2026-07-06T00:00',
    ])
  })
})

test.each([
  ['Last working day of the quarter, 10:00 UTC', '2026-09-30T10:00', '2026-12-31T10:00'],
  ['Last Friday of each quarter, 10:00 UTC', '2026-09-25T10:00', '2026-12-25T10:00'],
  ['First Friday of each quarter, 10:00 UTC', '2026-07-03T10:00', '2026-10-02T10:00'],
])('“%s” is in the last or first month of the quarter', (words, first, second) => {
  expect(startsOf(words).slice(0, 2)).toEqual([first, second])
})

test.each([
  'Weekly Tuesday 17:00 UTC, agenda is sent 24 hours in advance',
  'Weekly Tuesday 17:00 UTC. The agenda is sent 24 hours in advance.',
  'Weekly Tuesday 17:00 UTC, add items 30 minutes before',
  'Weekly Tuesday 17:00 UTC. Recordings are published within two hours.',
  'Weekly Tuesday 17:00 UTC; minutes are due two hours before',
])('“%s” gives no length, since the time is about something else', (words) => {
  const reading = readCadence(words, {today})
  expect(reading.kind).toBe('cadence')
  expect(reading).not.toHaveProperty('minutes')
})
