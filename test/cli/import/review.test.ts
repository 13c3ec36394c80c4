import {describe, expect, test} from 'vitest'

import {versionsById} from '../../../cli/import/plan/differences.ts'
import type {ImportedPlan} from '../../../cli/import/plan/importedPlan.ts'
import {planWords} from '../../../cli/import/plan/planWords.ts'
import {reportPlan} from '../../../cli/import/plan/reportPlan.ts'
import {settlePlan} from '../../../cli/import/plan/settlePlan.ts'
import type {Prompts} from '../../../cli/import/review/prompts.ts'
import {reviewPlan} from '../../../cli/import/review/reviewPlan.ts'
import {schemaTypesWith} from '../../../schemas/index.ts'

const types = schemaTypesWith({})

const planned = (
  document: {_id: string; _type: string; [field: string]: unknown},
  line: number,
) => ({
  document,
  places: [{file: 'a.yaml', line}],
})

const zoneQuestion = {
  code: 'which-zone' as const,
  kind: 'ask' as const,
  place: {file: 'a.yaml', line: 3},
  message: 'In which zone is 9:00?',
  document: 'series-call',
  choices: [
    {label: 'Kolkata', set: {cadence: {zone: 'Asia/Kolkata'}, cadenceText: null}},
    {label: 'Dublin', set: {cadence: {zone: 'Europe/Dublin'}, cadenceText: null}},
  ],
}

const plan: ImportedPlan = {
  documents: [
    planned({_id: 'workingGroup-tide', _type: 'workingGroup', title: 'Tide', kind: 'SIG'}, 1),
    planned({_id: 'series-call', _type: 'series', title: 'Call', cadenceText: '9:00 IST'}, 3),
    planned(
      {_id: 'touchpoint-one', _type: 'touchpoint', title: 'One', series: {_ref: 'series-call'}},
      5,
    ),
  ],
  findings: [zoneQuestion],
  leftovers: [],
  others: {},
  notes: [],
}

type Answers = Record<string, string | readonly string[] | undefined>

/** Answers by a part of the question. Every other question gets its first option, as Enter does. */
function answering(answers: Answers) {
  const messages: string[] = []
  const find = (message: string) => Object.entries(answers).find(([part]) => message.includes(part))
  const prompts: Prompts = {
    select: (message, options) => {
      messages.push(message)
      const answer = find(message)
      const wanted = answer ? answer[1] : options[0]?.value
      return Promise.resolve(
        options.find(({value, label}) => value === wanted || label === wanted)?.value,
      )
    },
    multiselect: (message) => {
      messages.push(message)
      const answer = find(message)?.[1]
      return Promise.resolve(Array.isArray(answer) ? answer : [])
    },
  }
  return {prompts, messages}
}

const stored = versionsById([
  {_id: 'workingGroup-tide', _type: 'workingGroup', title: 'The Tide', kind: 'group'},
])

const lakeOf = (...documents: Parameters<typeof versionsById>[0]) => versionsById(documents)

/** Reviews what the answers say, and leaves the rest to Enter. */
async function enter(answers: Answers, lake = lakeOf(), reviewed = plan) {
  const {prompts, messages} = answering(answers)
  const words = planWords(reviewed, lake, types)
  const decided = await reviewPlan(reviewed, lake, {prompts, words})
  return {messages, decided, settled: decided && settlePlan(reviewed, decided, lake)}
}

/** Accepts all documents first. */
const review = (answers: Answers, lake = lakeOf(), reviewed = plan) =>
  enter({...answers, ' planned': 'accept'}, lake, reviewed)

describe('a review', () => {
  test('sets the fields of an answer, and removes those that it makes obsolete', async () => {
    const {settled} = await review({'In which zone': 'Dublin'})
    const series = settled?.writes.find(({planned: each}) => each.document._id === 'series-call')
    expect(series?.planned.document).toEqual({
      _id: 'series-call',
      _type: 'series',
      title: 'Call',
      cadence: {zone: 'Europe/Dublin'},
    })
  })

  test('leaves out a document with an open question, and what needs it', async () => {
    const {settled} = await review({'In which zone': 'later'})
    expect(settled?.leftOut.map(({planned: each}) => each.document._id)).toEqual([
      'series-call',
      'touchpoint-one',
    ])
  })

  test('stores nothing for someone who only presses Enter, because that decides nothing', async () => {
    const {decided, settled, messages} = await enter({}, stored)
    expect(decided).toMatchObject({keepOpen: false, dropped: new Set(), answers: new Map()})
    expect(decided?.taken).toEqual(new Map())
    expect(settled?.writes).toEqual([])
    expect(settled?.leftOut.map(({why}) => why)).toEqual(
      plan.documents.map(() => expect.stringContaining('Left for later')),
    )
    // No question about what nobody accepted.
    expect(messages).toEqual([
      'Working group: 1 planned',
      'Series: 1 planned',
      'Session: 1 planned',
    ])
  })

  test('stores open documents if the person wants it, because the Studio can answer', async () => {
    const {settled} = await review({'In which zone': 'later', 'Some questions are open': 'yes'})
    expect(settled?.writes).toHaveLength(3)
  })

  test('accepts single documents or whole kinds, and drops the document of a question', async () => {
    const none = await review({'Working group: 1': 'choose', 'In which zone': 'Dublin'})
    expect(none.settled?.leftOut).toMatchObject([{why: expect.stringContaining('Left for later')}])
    const one = await review({
      'Working group: 1': 'choose',
      'Which do you accept': ['workingGroup-tide'],
      'In which zone': 'Dublin',
    })
    expect(one.settled?.leftOut).toEqual([])
    const kind = await review({'Session: 1': 'later', 'In which zone': 'Dublin'})
    expect(kind.settled?.writes.map(({planned: each}) => each.document._id)).not.toContain(
      'touchpoint-one',
    )
    const question = await review({'In which zone': 'drop'})
    expect(question.settled?.leftOut).toHaveLength(2)
    expect(question.messages.join()).not.toContain('Some questions are open')
  })

  test('keeps what is stored by default, takes all, or takes one field', async () => {
    const fieldsOf = (settled: Awaited<ReturnType<typeof review>>['settled']) =>
      settled?.writes.flatMap((write) => (write.kind === 'change' ? write.fields : []))
    const mine = await review({}, stored)
    expect(fieldsOf(mine.settled)).toEqual([])
    expect(mine.settled?.kept).toHaveLength(1)
    const all = await review({'is stored with other values': 'theirs'}, stored)
    expect(fieldsOf(all.settled)).toEqual(['title', 'kind'])
    const one = await review(
      {'is stored with other values': 'fields', 'Which fields': ['kind']},
      stored,
    )
    expect(fieldsOf(one.settled)).toEqual(['kind'])
  })

  test('stops at any question without a decision', async () => {
    for (const part of ['Series: 1', 'In which zone', 'is stored with']) {
      expect((await review({[part]: undefined}, stored)).decided).toBeUndefined()
    }
  })
})

const session = (number: number) =>
  planned(
    {
      _id: `touchpoint-${number}`,
      _type: 'touchpoint',
      title: `Talk ${number}`,
      schedule: {
        _type: 'schedule',
        start: `2026-03-0${number}T12:00:00Z`,
        timeZone: 'Europe/Madrid',
      },
    },
    number,
  )

/** Questions as the readers write them: each session has its own instants. */
const many: ImportedPlan = {
  documents: [1, 2, 3, 4, 5, 6].map(session),
  findings: [1, 2, 3, 4, 5, 6].flatMap((number) => [
    {
      code: 'which-audience' as const,
      kind: 'ask' as const,
      place: {file: 'a.md', line: number},
      message:
        number === 6
          ? '"Leads" names people. Is "Talk 6" for members only, or may anyone come?'
          : `The page does not say who may come to "Talk ${number}".`,
      document: `touchpoint-${number}`,
      choices: [
        {label: 'Everyone', set: {audience: 'everyone'}},
        {label: 'Members', set: {audience: 'members'}},
      ],
    },
    {
      code: 'which-zone' as const,
      kind: 'ask' as const,
      place: {file: 'a.md', line: number},
      message: `"IST" has several meanings on 2026-03-0${number}. Which clock is meant by 12:00 IST?`,
      document: `touchpoint-${number}`,
      choices: ['Asia/Kolkata', 'Europe/Dublin'].map((timeZone) => ({
        label: `${timeZone.split('/')[1]} (UTC+00:00, 2026-03-0${number}T12:00:00Z)`,
        set: {schedule: {timeZone, day: number}},
      })),
    },
  ]),
  leftovers: [],
  others: {},
  notes: [],
}

describe('questions of one kind', () => {
  const fieldOf = (reviewed: Awaited<ReturnType<typeof review>>, field: string) =>
    reviewed.settled?.writes.map(({planned: each}) => each.document[field])

  test('are one, because 235 prompts are no review, and its answer counts for all', async () => {
    const result = await review(
      {'Who may come? ': 'Everyone', 'names people': 'Members', '“IST”': 'Dublin'},
      lakeOf(),
      many,
    )
    expect(result.messages).toHaveLength(4)
    expect(result.messages.join()).toContain('5 series and sessions: “Talk 1”, “Talk 2”')
    expect(result.messages.join()).toContain('6 series and sessions')
    expect(fieldOf(result, 'audience')).toEqual([...Array(5).fill('everyone'), 'members'])
    // Each session gets the answer for its own day.
    expect(fieldOf(result, 'schedule')).toEqual(
      [1, 2, 3, 4, 5, 6].map((day) => ({timeZone: 'Europe/Dublin', day})),
    )
  })

  test('can be decided one by one, and the rest can stay for later', async () => {
    const each = await review({'Who may come? ': 'each', 'to "Talk 2"': 'Everyone'}, lakeOf(), many)
    expect([...(each.decided?.answers.keys() ?? [])].map(({document}) => document)).toEqual([
      'touchpoint-2',
    ])
    const rest = await review({'Who may come? ': 'rest'}, lakeOf(), many)
    expect(rest.messages.filter((message) => message.startsWith('a.md'))).toHaveLength(1)
    expect(rest.settled?.writes).toEqual([])
  })

  test('are one entry of the printed plan, and “left out” repeats no question', async () => {
    const {settled, messages} = await review({}, lakeOf(), many)
    const report = reportPlan(many, planWords(many, lakeOf(), types))
    expect(report).toContain('3 open questions')
    expect(report.match(/Which clock/g)).toHaveLength(1)
    expect(report).toContain('Session (6)')
    expect(Math.max(...report.split('\n').map(({length}) => length))).toBeLessThanOrEqual(100)
    expect(messages.length).toBeGreaterThan(3)
    expect(new Set(settled?.leftOut.map(({why}) => why))).toEqual(
      new Set(['Open: who may come, the time zone.']),
    )
  })

  test('the weeks of two series are two questions, because one answer would be wrong', async () => {
    const finding = (id: string) => ({
      code: 'which-dates' as const,
      kind: 'ask' as const,
      place: {file: 'a.md', line: 1},
      message: `"${id}": In which weeks?`,
      document: id,
      choices: [{label: 'From 6 July 2026', set: {title: id}}],
    })
    const weeks = {...many, findings: ['touchpoint-1', 'touchpoint-2'].map(finding)}
    expect((await review({}, lakeOf(), weeks)).messages.join()).toMatch(/-1": In.*-2": In/)
  })
})

describe('values', () => {
  test('are words: titles of fields, dates in their zone, names of references', async () => {
    const differs = {
      code: 'sources-differ' as const,
      kind: 'verify' as const,
      place: {file: 'a.md', line: 1},
      message:
        '"schedule" of touchpoint-1 differs: {"_type":"schedule"} was used (a.md of 2026-01-01), and b.md has {"_type":"schedule"}.',
      document: 'touchpoint-1',
      choices: ['2026-03-01T12:00:00Z', '2026-03-02T12:00:00Z'].map((start) => ({
        label: `Use {"_type":"schedule","start":"${start}"}`,
        set: {schedule: {_type: 'schedule', start, timeZone: 'Europe/Madrid', minutes: 45}},
      })),
    }
    const report = reportPlan(
      {...many, findings: [differs]},
      planWords(many, lakeOf(), types),
    ).replaceAll(/\s+/g, ' ')
    expect(report).toContain('Session “Talk 1”: two sources have another Schedule.')
    expect(report).toContain('- Use Sun 1 Mar 2026, 13:00 in Madrid (UTC+1), 45 minutes')
    expect(report).toContain('(a.md of 2026-01-01)')
    expect(report).not.toContain('_type')
  })

  test('of a stored document are shown with both sides, before anyone decides', async () => {
    const lake = lakeOf({
      _id: 'touchpoint-1',
      _type: 'touchpoint',
      title: 'Talk 1',
      status: 'held',
      series: {_ref: 'series-call'},
    })
    const [first, ...others] = many.documents
    const reviewed = {
      ...many,
      findings: [],
      documents: [
        {
          ...first,
          document: {...first?.document, status: 'planned', series: {_ref: 'touchpoint-2'}},
        },
        ...others,
      ],
    }
    const {messages} = await review({}, lake, JSON.parse(JSON.stringify(reviewed)))
    expect(messages.at(-1)).toContain('Session “Talk 1” is stored with other values')
    expect(messages.at(-1)).toContain('Status: Held → Tentative')
    expect(messages.at(-1)).toContain('Series: series-call → Talk 2')
    expect(messages.at(-1)).toContain('Schedule: nothing → Sun 1 Mar 2026, 13:00 in Madrid')
  })
})
