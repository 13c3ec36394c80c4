import type {ImportPlan, PlanFinding} from '../../../importers/plan/index.ts'
import {type Fact, factLine, factsOfPlan, factsWith} from './pageFacts.ts'

/** The facts of a page as a person reads it. */
export interface Expected {
  /** Lines of `factLine`. */
  facts: readonly string[]
  /** Facts that have to be asked, because the page leaves a doubt. One of the answers has to set each. */
  doubts: readonly string[]
  /** Words that no document has a field for. Each has to be in a finding or a leftover. */
  kept: readonly string[]
}

export interface Score {
  right: number
  /** Values that the page does not say, of which a finding warns. */
  wrong: string[]
  /** Values that the page does not say, without any finding. */
  wrongSilently: string[]
  /** Facts that are nowhere: not in a document, a finding or a leftover. */
  lost: string[]
  /** Facts that only a leftover or the text of a finding has. */
  reported: string[]
  /** Doubts that were not asked. */
  missedDoubts: string[]
}

/** Compares a plan with what a person reads on the page. */
export function scorePlan(plan: ImportPlan, expected: Expected): Score {
  const found = factsOfPlan(plan)
  const lines = new Set(found.map(factLine))
  const rest = JSON.stringify([plan.findings, plan.leftovers])
  const offered = new Set(plan.findings.flatMap((finding) => answersOf(finding, plan)))
  const missing = expected.facts.filter((line) => !lines.has(line))
  const inText = (line: string) => rest.includes(JSON.stringify(valueOf(line)).slice(1, -1))
  const known = new Set(expected.facts)
  const extra = found.filter((fact) => !known.has(factLine(fact)))
  const isWarned = (fact: Fact) => plan.findings.some((finding) => warnsOf(finding, fact))
  const kept = expected.kept.filter((words) => rest.includes(JSON.stringify(words).slice(1, -1)))
  const offeredDoubts = expected.doubts.filter((line) => offered.has(line) && !lines.has(line))
  return {
    right: expected.facts.length - missing.length + offeredDoubts.length + kept.length,
    wrong: extra.filter(isWarned).map(factLine),
    wrongSilently: extra.filter((fact) => !isWarned(fact)).map(factLine),
    lost: [
      ...missing.filter((line) => !inText(line)),
      ...expected.kept.filter((words) => !kept.includes(words)),
    ],
    reported: missing.filter(inText),
    missedDoubts: expected.doubts.filter((line) => !offeredDoubts.includes(line)),
  }
}

function valueOf(line: string): string {
  return line.slice(line.indexOf(': ') + 2)
}

/** Returns the facts that the answers of a question would set. */
function answersOf(
  {kind, document, alsoIn = [], choices}: PlanFinding,
  plan: ImportPlan,
): string[] {
  if (kind !== 'ask') return []
  const ids = new Set([document, ...alsoIn])
  return plan.documents
    .map((each) => each.document)
    .filter(({_id}) => ids.has(_id))
    .flatMap((each) =>
      choices.flatMap(({set}) => factsWith(each, set, plan).map((fact) => factLine(fact))),
    )
}

/** Whether a finding is about this value: its choices set the field, or its message has the value. */
function warnsOf({document, alsoIn = [], message, choices}: PlanFinding, fact: Fact): boolean {
  if (document !== fact.document && !alsoIn.includes(fact.document)) return false
  const sets = new Set(choices.flatMap(({set}) => Object.keys(set)))
  const field = fields[fact.field] ?? fact.field.split(' ')[0] ?? ''
  return sets.has(field) || message.includes(fact.value)
}

/** Fields of a document by the name of the fact, where they differ. */
const fields: Readonly<Record<string, string>> = {
  start: 'schedule',
  dates: 'cadence',
  zone: 'cadence',
  role: 'roles',
  channel: 'channels',
  link: 'links',
}
