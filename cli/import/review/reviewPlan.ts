import type {Choice, PlanFinding, PlannedDocument} from '@touchpoints/importers/plan'

import type {StoredVersions} from '../plan/differences.ts'
import {choiceOf, documentsOf, type FindingGroup, groupFindings} from '../plan/findingGroups.ts'
import {choiceText, findingMessage, groupQuestion, type PlanWords} from '../plan/groupText.ts'
import type {ImportedPlan} from '../plan/importedPlan.ts'
import {printable} from '../plan/printable.ts'
import {nameOf, placeText} from '../plan/reportPlan.ts'
import type {Review} from '../plan/settlePlan.ts'
import type {Prompts} from './prompts.ts'
import {takeFields} from './takeFields.ts'

/**
 * Asks what to do with each kind of document, with each kind of open question, and with each document that is
 * stored with other values. The first option of each decides nothing, so that Enter alone stores nothing.
 * Returns undefined when the person stops.
 */
export async function reviewPlan(
  plan: ImportedPlan,
  stored: ReadonlyMap<string, StoredVersions>,
  {prompts, words}: {prompts: Prompts; words: PlanWords},
): Promise<Review | undefined> {
  const later = await leaveForLater(plan.documents, prompts, words)
  if (!later) return undefined
  const questions = plan.findings.filter(
    (finding) =>
      finding.choices.length > 0 &&
      (finding.document === undefined || documentsOf([finding]).some((id) => !later.has(id))),
  )
  const answered = await askQuestions(questions, prompts, words)
  if (!answered) return undefined
  const {answers, dropped} = answered
  const kept = plan.documents.filter(({document: {_id}}) => !later.has(_id) && !dropped.has(_id))
  const taken = await takeFields(kept, stored, {prompts, words})
  if (!taken) return undefined
  const isOpen = questions.some(
    (each) =>
      each.kind === 'ask' &&
      !answers.has(each) &&
      (each.document === undefined || documentsOf([each]).some((id) => !dropped.has(id))),
  )
  const keepOpen = isOpen ? await storeOpen(prompts) : false
  return keepOpen === undefined ? undefined : {dropped, later, answers, keepOpen, taken}
}

/** Returns the ids of the documents that nobody accepted. */
async function leaveForLater(
  documents: readonly PlannedDocument[],
  prompts: Prompts,
  {typeTitle}: PlanWords,
): Promise<Set<string> | undefined> {
  const later = new Set<string>()
  for (const [type, ofType] of Map.groupBy(documents, ({document}) => document._type)) {
    const decision = await prompts.select(`${typeTitle(type)}: ${ofType.length} planned`, [
      {value: 'later', label: 'Leave for later'},
      {value: 'accept', label: ofType.length === 1 ? 'Accept' : 'Accept all'},
      {value: 'choose', label: 'Choose which to accept'},
    ])
    if (decision === undefined) return undefined
    if (decision === 'accept') continue
    const chosen =
      decision === 'later'
        ? []
        : await prompts.multiselect(
            'Which do you accept?',
            ofType.map((planned) => ({
              value: planned.document._id,
              label: nameOf(planned),
              hint: placeText(planned.places[0]),
            })),
          )
    if (!chosen) return undefined
    for (const {document} of ofType) if (!chosen.includes(document._id)) later.add(document._id)
  }
  return later
}

interface Answered {
  answers: Map<PlanFinding, Choice>
  dropped: Set<string>
}

/** Asks one question for each group of findings, and one for each finding if the person wants to. */
async function askQuestions(
  findings: readonly PlanFinding[],
  prompts: Prompts,
  words: PlanWords,
): Promise<Answered | undefined> {
  const answered: Answered = {answers: new Map(), dropped: new Set()}
  const queue = groupFindings(findings)
  for (let group = queue.shift(); group; group = queue.shift()) {
    const open = withoutDropped(group, answered.dropped)
    if (open.findings.length === 0) continue
    const answer = await askGroup(open, prompts, {words, hasMore: queue.length > 0})
    if (answer === undefined) return undefined
    if (answer === 'rest') return answered
    if (answer === 'each') {
      const each = open.findings.map((finding) => ({...open, findings: [finding]}))
      for (const finding of each.toReversed()) queue.unshift(finding)
    }
    if (answer === 'drop') for (const id of documentsOf(open.findings)) answered.dropped.add(id)
    if (typeof answer === 'string') continue
    for (const finding of open.findings) {
      const isOne = open.findings.length === 1
      const choice = isOne ? finding.choices[answer.index] : choiceOf(finding, answer.label)
      if (choice) answered.answers.set(finding, choice)
    }
  }
  return answered
}

function withoutDropped(group: FindingGroup, dropped: ReadonlySet<string>): FindingGroup {
  const findings = group.findings.filter(
    (finding) =>
      finding.document === undefined || documentsOf([finding]).some((id) => !dropped.has(id)),
  )
  return {...group, findings}
}

async function askGroup(
  group: FindingGroup,
  prompts: Prompts,
  {words, hasMore}: {words: PlanWords; hasMore: boolean},
): Promise<{label: string; index: number} | 'later' | 'each' | 'drop' | 'rest' | undefined> {
  const {findings, kind, labels} = group
  const [first] = findings
  if (!first) return 'later'
  const about = documentsOf(findings).length
  const isOne = findings.length === 1
  const texts = isOne ? first.choices.map((each) => choiceText(first, each, words)) : labels
  const message = isOne ? findingMessage(first, words) : groupQuestion(group, words)
  const answer = await prompts.select(`${placeText(first.place)}  ${message}`, [
    {value: 'later', label: kind === 'ask' ? 'Leave for later' : 'Keep it as it was read'},
    ...texts.map((label, index) => ({value: `choice ${index}`, label: printable(label)})),
    ...(isOne ? [] : [{value: 'each', label: 'Decide one by one'}]),
    ...(about === 0 ? [] : [{value: 'drop', label: dropLabel(about)}]),
    ...(hasMore ? [{value: 'rest', label: 'Leave this and the rest for later'}] : []),
  ])
  if (answer === undefined) return undefined
  if (answer === 'each' || answer === 'drop' || answer === 'rest') return answer
  const index = Number(answer.split(' ')[1])
  const label = labels[index]
  return label === undefined ? 'later' : {label, index}
}

function dropLabel(count: number): string {
  return count === 1 ? 'Drop the document' : `Drop these ${count} documents`
}

async function storeOpen(prompts: Prompts): Promise<boolean | undefined> {
  const answer = await prompts.select('Some questions are open. Store their documents as drafts?', [
    {value: 'no', label: 'No, leave them for later'},
    {value: 'yes', label: 'Yes, an editor completes them in the Studio'},
  ])
  return answer === undefined ? undefined : answer === 'yes'
}
