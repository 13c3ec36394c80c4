import {fieldsOf, textOf} from '@touchpoints/schemas/reading'

import type {ImportPlan, PlanFinding, PlannedDocument} from './plan.ts'
import {withIds} from './references.ts'

/**
 * Gives sessions of one day an id of their own if two files describe different ones. The id of a session is its
 * date: a session page and a row of an agenda describe one session, and two talks on one day are two.
 *
 * @param plans - one of each file, the newest first
 */
export function separateSessions(plans: readonly ImportPlan[]): ImportPlan[] {
  const taken = new Map<string, PlannedDocument>()
  return plans.map((plan) => {
    const ids = new Map<string, string>()
    const findings: PlanFinding[] = []
    for (const session of plan.documents) {
      const {_id, _type} = session.document
      const other = _type === 'touchpoint' ? taken.get(_id) : undefined
      if (!other || isSameSession(session, other)) continue
      const own = freeId(_id, taken)
      ids.set(_id, own)
      // The recording of a session has the same name.
      const recording = _id.replace('touchpoint-', 'recording-')
      ids.set(recording, own.replace('touchpoint-', 'recording-'))
      findings.push(separated(session, other, own))
    }
    const renamed = ids.size === 0 ? plan : withNewIds(plan, ids, findings)
    for (const each of renamed.documents) {
      if (!taken.has(each.document._id)) taken.set(each.document._id, each)
    }
    return renamed
  })
}

/** Two sessions are one if they start together, if a title has no topic yet, or if the titles share a word. */
function isSameSession(a: PlannedDocument, b: PlannedDocument): boolean {
  const starts = [a, b].map(({document}) => textOf(fieldsOf(document['schedule'])['start']))
  if (starts[0] !== undefined && starts[0] === starts[1]) return true
  const [own = '', other = ''] = [a, b].map(({document}) => textOf(document['title']) ?? '')
  const hasTopic = [own, other].every((title) => title !== '' && !/\d{4}-\d{2}-\d{2}/.test(title))
  if (!hasTopic) return true
  const words = new Set(wordsOf(own))
  return wordsOf(other).some((word) => words.has(word))
}

function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}

function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}

function withNewIds(
  plan: ImportPlan,
  ids: ReadonlyMap<string, string>,
  findings: readonly PlanFinding[],
): ImportPlan {
  const renamed = (id: string) => ids.get(id) ?? id
  return {
    ...plan,
    documents: plan.documents.map(({document: {_id, _type, ...fields}, ...rest}) => ({
      ...rest,
      document: {...fieldsOf(withIds(fields, ids)), _id: renamed(_id), _type},
    })),
    findings: [
      ...plan.findings.map((finding) => ({
        ...finding,
        ...(finding.document !== undefined && {document: renamed(finding.document)}),
        ...(finding.alsoIn && {alsoIn: finding.alsoIn.map(renamed)}),
      })),
      ...findings,
    ],
  }
}

function separated(session: PlannedDocument, other: PlannedDocument, id: string): PlanFinding {
  const [own, first] = [session, other].map(
    ({document}) => textOf(document['title']) ?? document._id,
  )
  return {
    code: 'which-document',
    kind: 'verify',
    place: session.places[0] ?? {file: '', line: 1},
    message: `"${own}" and "${first}" are on one day. They were read as two sessions.`,
    document: id,
    choices: [],
  }
}
