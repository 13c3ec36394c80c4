import type {
  Choice,
  FindingCode,
  ImportPlan,
  PlanFinding,
  PlannedDocument,
} from '@touchpoints/importers/plan'
import {isFields, refOf, type StoredDocument} from '@touchpoints/schemas/reading'

import {type Comparison, compareStored, type StoredVersions} from './differences.ts'

/** What a person decided about a plan. */
export interface Review {
  /** Ids of documents that are not imported, because someone dropped them. */
  dropped: ReadonlySet<string>
  /** Ids of documents that nobody decided about. The next import offers them again. */
  later: ReadonlySet<string>
  /** The answer to each finding. Without one, an `ask` stays open. */
  answers: ReadonlyMap<PlanFinding, Choice>
  /** Whether documents with open questions are stored, for an editor to complete. */
  keepOpen: boolean
  /** The fields to take for a document that exists already. Absent: keep what is stored. */
  taken: ReadonlyMap<string, 'all' | readonly string[]>
}

/** How a document of the plan is stored. */
export type DraftWrite =
  | {kind: 'create'; planned: PlannedDocument}
  | {
      kind: 'change'
      planned: PlannedDocument
      base: StoredDocument
      isDraft: boolean
      fields: string[]
    }

/** A document of the plan that is not stored. */
export interface LeftOut {
  planned: PlannedDocument
  why: string
  /** Whether it has open questions. */
  isOpen?: boolean
}

export interface SettledPlan {
  writes: DraftWrite[]
  /** Documents that are stored already as the plan has them. */
  unchanged: PlannedDocument[]
  /** Documents that differ from what is stored, which is kept. */
  kept: {planned: PlannedDocument; comparison: Extract<Comparison, {kind: 'different'}>}[]
  leftOut: LeftOut[]
}

/** The review of `--yes`: documents without an open question, and never a change of what is stored. */
export const acceptClear: Review = {
  dropped: new Set(),
  later: new Set(),
  answers: new Map(),
  keepOpen: false,
  taken: new Map(),
}

const leftForLater = 'Left for later. The same import offers it again.'

/** What a question is about. The plan has the question itself. */
const openTopics = {
  'which-zone': 'the time zone',
  'which-audience': 'who may come',
  'which-dates': 'the dates',
  'not-in-sources': 'what it refers to',
  'sources-differ': 'which source is right',
  'which-document': 'which document is meant',
  corrected: 'a mistake of the source',
  uncertain: 'what the source means',
} satisfies Record<FindingCode, string>

/**
 * Applies a review to a plan. Leaves out what was dropped and what has open questions, and then what could
 * not be without these documents: a session without its series.
 */
export function settlePlan(
  plan: ImportPlan,
  {dropped, later, answers, keepOpen, taken}: Review,
  stored: ReadonlyMap<string, StoredVersions>,
): SettledPlan {
  const settled: SettledPlan = {writes: [], unchanged: [], kept: [], leftOut: []}
  const accepted: PlannedDocument[] = []
  for (const planned of plan.documents) {
    const id = planned.document._id
    const open = openFindings(plan, id, answers)
    if (dropped.has(id)) settled.leftOut.push({planned, why: 'You dropped it.'})
    else if (later.has(id)) settled.leftOut.push({planned, why: leftForLater})
    else if (open.length > 0 && !keepOpen && !stored.has(id)) {
      const topics = new Set(open.map(({code}) => openTopics[code]))
      const why = `Open: ${[...topics].join(', ')}.`
      settled.leftOut.push({planned, why, isOpen: true})
    } else accepted.push({...planned, document: answered(planned.document, plan, answers)})
  }
  const {kept, leftOut} = withoutMissing(accepted, new Set(stored.keys()))
  for (const each of leftOut) settled.leftOut.push(each)
  for (const planned of kept) {
    const id = planned.document._id
    const comparison = compareStored(planned, stored.get(id) ?? {})
    if (comparison.kind === 'new') settled.writes.push({kind: 'create', planned})
    else if (comparison.kind === 'same') settled.unchanged.push(planned)
    else {
      const chosen = taken.get(id) ?? []
      const fields = comparison.fields
        .map(({field}) => field)
        .filter((field) => chosen === 'all' || chosen.includes(field))
      const {base, isDraft} = comparison
      if (fields.length > 0) settled.writes.push({kind: 'change', planned, base, isDraft, fields})
      else settled.kept.push({planned, comparison})
    }
  }
  return settled
}

/**
 * Returns the questions of a document that nobody answered. A reference that no source describes is not
 * among them: the document is complete without it.
 */
export function openFindings(
  plan: ImportPlan,
  id: string,
  answers: Review['answers'],
): PlanFinding[] {
  return plan.findings.filter(
    (finding) =>
      isAbout(finding, id) &&
      finding.kind === 'ask' &&
      finding.code !== 'not-in-sources' &&
      !answers.has(finding),
  )
}

/** One answer can belong to several documents, such as a series and its sessions. */
function isAbout({document, alsoIn = []}: PlanFinding, id: string): boolean {
  return document === id || alsoIn.includes(id)
}

/** Sets the fields of the answers. `null` removes one. */
function answered(
  document: StoredDocument,
  plan: ImportPlan,
  answers: Review['answers'],
): StoredDocument {
  const fields: Record<string, unknown> = {...document}
  for (const finding of plan.findings) {
    if (!isAbout(finding, document._id)) continue
    for (const [field, value] of Object.entries(answers.get(finding)?.set ?? {})) {
      if (value === null) delete fields[field]
      else fields[field] = value
    }
  }
  const {_id, _type} = document
  return {...fields, _id, _type}
}

/** Leaves out documents that refer to one that is neither imported nor stored, until nothing changes. */
export function withoutMissing(
  documents: readonly PlannedDocument[],
  stored: ReadonlySet<string>,
): {kept: PlannedDocument[]; leftOut: LeftOut[]} {
  const leftOut: LeftOut[] = []
  let kept = [...documents]
  for (;;) {
    const ids = new Set(kept.map(({document}) => document._id))
    const missing = kept.flatMap((planned) => {
      const to = referencesIn(planned.document).find((id) => !ids.has(id) && !stored.has(id))
      return to === undefined ? [] : [{planned, to}]
    })
    if (missing.length === 0) return {kept, leftOut}
    for (const {planned, to} of missing) {
      leftOut.push({planned, why: `It refers to ${to}, which is not imported.`})
    }
    const gone = new Set(missing.map(({planned}) => planned))
    kept = kept.filter((planned) => !gone.has(planned))
  }
}

export function referencesIn(value: unknown): string[] {
  const id = refOf(value)
  if (id !== undefined) return [id]
  const inside = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : []
  return inside.flatMap(referencesIn)
}
