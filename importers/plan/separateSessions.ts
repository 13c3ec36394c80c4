import {fieldsOf, textOf} from '@touchpoints/schemas/reading'

import {isSameSession, readSession, type ReadSession} from './isSameSession.ts'
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
  const byDay = new Map<string, (ReadSession & {id: string})[]>()
  return plans.map((plan) => {
    const ids = new Map<string, string>()
    const findings: PlanFinding[] = []
    const assigned = new Set<string>()
    const known: [string, ReadSession & {id: string}][] = []
    for (const session of plan.documents) {
      const {_id, _type} = session.document
      const day = /^touchpoint-\d{4}-\d{2}-\d{2}/.exec(_id)?.[0]
      if (_type !== 'touchpoint' || day === undefined) continue
      const own = readSession(session, plan.findings)
      // Two sessions of one file are always two.
      const others = (byDay.get(day) ?? []).filter(({id}) => !assigned.has(id))
      const same = others.find((each) => isSameSession(own, each))
      const isFree = !taken.has(_id) && !assigned.has(_id)
      const id = same?.id ?? (isFree ? _id : freeId(day, taken, assigned))
      assigned.add(id)
      if (!same) known.push([day, {...own, id}])
      const [other] = byDay.get(day) ?? []
      if (!same && other) findings.push(separated(session, other.planned, id))
      if (id === _id) continue
      ids.set(_id, id)
      // The recording of a session has the same name.
      ids.set(recordingId(_id), recordingId(id))
    }
    for (const [day, session] of known) byDay.set(day, [...(byDay.get(day) ?? []), session])
    const renamed = ids.size === 0 && findings.length === 0 ? plan : withNewIds(plan, ids, findings)
    for (const each of renamed.documents) {
      if (!taken.has(each.document._id)) taken.set(each.document._id, each)
    }
    return renamed
  })
}

function recordingId(id: string): string {
  return id.replace('touchpoint-', 'recording-')
}

function freeId(
  id: string,
  taken: ReadonlyMap<string, unknown>,
  assigned: ReadonlySet<string>,
): string {
  const isTaken = (each: string) => taken.has(each) || assigned.has(each)
  let number = 2
  while (isTaken(`${id}-${number}`)) number += 1
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
