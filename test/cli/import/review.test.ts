import {describe, expect, test} from 'vitest'

import {versionsById} from '../../../cli/import/plan/differences.ts'
import type {ImportedPlan} from '../../../cli/import/plan/importedPlan.ts'
import {settlePlan} from '../../../cli/import/plan/settlePlan.ts'
import type {Prompts} from '../../../cli/import/review/prompts.ts'
import {reviewPlan} from '../../../cli/import/review/reviewPlan.ts'

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

/** Answers by a part of the question. Every other question gets its first option. */
function answering(answers: Record<string, string | readonly string[] | undefined>) {
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

async function review(
  answers: Parameters<typeof answering>[0],
  lake: ReturnType<typeof versionsById> = new Map(),
) {
  const {prompts, messages} = answering(answers)
  const decided = await reviewPlan(plan, lake, prompts)
  return {messages, decided, settled: decided && settlePlan(plan, decided, lake)}
}

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
    const {settled} = await review({'In which zone': 'skip'})
    expect(settled?.leftOut.map(({planned: each}) => each.document._id)).toEqual([
      'series-call',
      'touchpoint-one',
    ])
  })

  test('decides nothing for someone who only presses Enter', async () => {
    const {decided} = await review({}, stored)
    expect(decided).toMatchObject({keepOpen: false, dropped: new Set(), answers: new Map()})
    expect(decided?.taken).toEqual(new Map())
  })

  test('stores open documents if the person wants it, because the Studio can answer', async () => {
    const {settled} = await review({'In which zone': 'skip', 'Some questions are open': 'yes'})
    expect(settled?.writes).toHaveLength(3)
  })

  test('drops single documents, whole kinds, and the document of a question', async () => {
    const one = await review({
      'workingGroup: 1': 'choose',
      'Which do you drop': ['workingGroup-tide'],
      'In which zone': 'Dublin',
    })
    expect(one.settled?.leftOut).toMatchObject([{why: 'You dropped it.'}])
    const kind = await review({'touchpoint: 1': 'drop', 'In which zone': 'Dublin'})
    expect(kind.settled?.writes.map(({planned: each}) => each.document._id)).not.toContain(
      'touchpoint-one',
    )
    const question = await review({'In which zone': 'drop'})
    expect(question.settled?.leftOut).toHaveLength(2)
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
    for (const part of ['series: 1', 'In which zone', 'is stored with']) {
      expect((await review({[part]: undefined}, stored)).decided).toBeUndefined()
    }
  })
})
