import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import * as z from 'zod'

import {markdownReader} from '../../../importers/markdown/index.ts'
import {type ImportPlan, planImport} from '../../../importers/plan/index.ts'
import {factsInText} from '../../support/factsInText.ts'
import {type Expected, type Score, scorePlan} from './score.ts'

const folder = join(import.meta.dirname, 'pages')
const expectedPage = z.object({
  path: z.string(),
  asOf: z.string(),
  facts: z.array(z.string()),
  doubts: z.array(z.string()),
  kept: z.array(z.string()),
})

interface CorpusPage extends Expected {
  shape: string
  text: string
  plan: ImportPlan
  total: number
}

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name): CorpusPage => {
    const shape = name.replace(/\.md$/, '')
    const text = readFileSync(join(folder, name), 'utf8')
    const json: unknown = JSON.parse(readFileSync(join(folder, `${shape}.json`), 'utf8'))
    const {path, asOf, ...expected} = expectedPage.parse(json)
    const plan = planImport([{path, text}], {readers: [markdownReader], asOf})
    const total = expected.facts.length + expected.doubts.length + expected.kept.length
    return {shape, text, plan, total, ...expected}
  })

const scores = new Map(pages.map((page) => [page.shape, scorePlan(page.plan, page)]))

function row(shape: string, total: number, score: Score) {
  const {right, wrong, wrongSilently, lost, reported, missedDoubts} = score
  const open = reported.length + missedDoubts.length
  return `${shape.padEnd(20)} ${String(total).padStart(5)} ${String(right).padStart(5)} ${String(open).padStart(5)} ${String(wrong.length).padStart(5)} ${String(wrongSilently.length).padStart(7)} ${String(lost.length).padStart(5)}`
}

describe('the corpus of pages', () => {
  test('at least 97 % of the facts are right, none is wrong without a finding, none is lost', () => {
    const all = [...scores.values()]
    const total = pages.reduce((sum, page) => sum + page.total, 0)
    const right = all.reduce((sum, score) => sum + score.right, 0)
    console.log(
      [
        'shape                facts right  open wrong  silent  lost',
        ...pages.map((page) => row(page.shape, page.total, scoreOf(page.shape))),
        `all: ${right} of ${total} facts right (${((100 * right) / total).toFixed(1)} %)`,
      ].join('\n'),
    )
    expect(all.flatMap(({wrongSilently}) => wrongSilently)).toEqual([])
    expect(all.flatMap(({lost}) => lost)).toEqual([])
    expect(right / total).toBeGreaterThanOrEqual(0.97)
  })

  test.each(pages)('$shape: each doubt is asked, and nothing is wrong', ({shape}) => {
    const {wrong, wrongSilently, lost, reported, missedDoubts} = scoreOf(shape)
    expect({wrong, wrongSilently, lost, reported, missedDoubts}).toEqual({
      wrong: [],
      wrongSilently: [],
      lost: [],
      reported: [],
      missedDoubts: [],
    })
  })

  test.each(pages)(
    '$shape: each link, address, channel, name and date of the text is in the plan',
    (page) => {
      const plan = JSON.stringify(page.plan).toLowerCase()
      const facts = factsInText(page.text)
      expect(
        facts.filter(({forms}) => !forms.some((form) => plan.includes(form.toLowerCase()))),
      ).toEqual([])
    },
  )
})

describe('the score', () => {
  const [page] = pages.filter(({shape}) => shape === 'group-readme')
  if (!page) throw new Error('The corpus has no README of a group')

  function scoreWith(from: string, to: string): Score {
    if (!page) throw new Error('The corpus has no README of a group')
    const text = JSON.stringify(page.plan)
    expect(text).toContain(from)
    const plan: ImportPlan = JSON.parse(text.replaceAll(from, to))
    return scorePlan(plan, page)
  }

  test('sees a zone that is read wrong', () => {
    const {wrongSilently, lost} = scoreWith('"Europe/Paris"', '"Europe/London"')
    expect(wrongSilently).toContain('series Seeds SIG · zone: Europe/London')
    expect(lost).toContain('series Seeds SIG · zone: Europe/Paris')
  })

  test('sees a role of the wrong person', () => {
    const {wrongSilently} = scoreWith('"role":"Secretary"', '"role":"Chair"')
    expect(wrongSilently).toContain('workingGroup Meadow · role Chair: Lucy Tan')
  })

  test('sees a zone that was guessed instead of asked', () => {
    const plan = structuredClone(page.plan)
    const question = plan.findings.find(({code}) => code === 'which-zone')
    const series = plan.documents.find(({document}) => document._id === question?.document)
    Object.assign(series?.document ?? {}, question?.choices[0]?.set)
    const silent = {...plan, findings: plan.findings.filter((each) => each !== question)}
    const {wrongSilently, missedDoubts} = scorePlan(silent, page)
    expect(wrongSilently).toContain('series Roads SIG · zone: America/Chicago')
    expect(missedDoubts).toContain('series Roads SIG · zone: America/Chicago')
  })

  test('sees a leftover that is gone', () => {
    const [lists] = pages.filter(({shape}) => shape === 'group-list')
    if (!lists) throw new Error('The corpus has no list of groups')
    expect(scorePlan({...lists.plan, leftovers: []}, lists).lost).toContain('River groups')
  })
})

function scoreOf(shape: string): Score {
  const score = scores.get(shape)
  if (!score) throw new Error(`The corpus has no page ${shape}`)
  return score
}
