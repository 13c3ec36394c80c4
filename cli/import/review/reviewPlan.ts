import type {Choice, PlanFinding, PlannedDocument} from '@touchpoints/importers/plan'

import {compareStored, type StoredVersions} from '../plan/differences.ts'
import type {ImportedPlan} from '../plan/importedPlan.ts'
import {findingText, nameOf, placeText, printable} from '../plan/reportPlan.ts'
import type {Review} from '../plan/settlePlan.ts'
import type {Prompts} from './prompts.ts'

/**
 * Asks what to do with each kind of document, with each open question, and with each document that is
 * stored with other values. Returns undefined when the person stops.
 */
export async function reviewPlan(
  plan: ImportedPlan,
  stored: ReadonlyMap<string, StoredVersions>,
  prompts: Prompts,
): Promise<Review | undefined> {
  const dropped = await dropDocuments(plan.documents, prompts)
  if (!dropped) return undefined
  const kept = plan.documents.filter(({document}) => !dropped.has(document._id))
  const answers = new Map<PlanFinding, Choice>()
  const questions = plan.findings.filter(
    (finding) =>
      finding.choices.length > 0 &&
      (finding.document === undefined || documentsOf(finding).some((id) => !dropped.has(id))),
  )
  for (const finding of questions) {
    const answer = await answerOf(finding, prompts)
    if (answer === 'stop') return undefined
    if (answer === 'drop') for (const id of documentsOf(finding)) dropped.add(id)
    else if (typeof answer === 'object') answers.set(finding, answer)
  }
  const taken = await takeFields(kept, stored, dropped, prompts)
  if (!taken) return undefined
  const isOpen = questions.some((each) => each.kind === 'ask' && !answers.has(each))
  const keepOpen = isOpen ? await storeOpen(prompts) : false
  return keepOpen === undefined ? undefined : {dropped, answers, keepOpen, taken}
}

async function dropDocuments(
  documents: readonly PlannedDocument[],
  prompts: Prompts,
): Promise<Set<string> | undefined> {
  const dropped = new Set<string>()
  for (const [type, ofType] of Map.groupBy(documents, ({document}) => document._type)) {
    const decision = await prompts.select(`${type}: ${ofType.length} planned`, [
      {value: 'accept', label: 'Accept all'},
      {value: 'choose', label: 'Choose which to drop'},
      {value: 'drop', label: 'Drop all'},
    ])
    if (decision === undefined) return undefined
    if (decision === 'drop') for (const {document} of ofType) dropped.add(document._id)
    if (decision !== 'choose') continue
    const chosen = await prompts.multiselect(
      'Which do you drop?',
      ofType.map((planned) => ({
        value: planned.document._id,
        label: nameOf(planned),
        hint: placeText(planned.places[0]),
      })),
    )
    if (!chosen) return undefined
    for (const id of chosen) dropped.add(id)
  }
  return dropped
}

async function answerOf(
  finding: PlanFinding,
  prompts: Prompts,
): Promise<Choice | 'drop' | 'skip' | 'stop'> {
  const {choices, kind} = finding
  const about = documentsOf(finding)
  const message = findingText({...finding, choices: []}).trim()
  const answer = await prompts.select(message, [
    // First, so that Enter alone decides nothing.
    {value: 'skip', label: kind === 'ask' ? 'Leave it open' : 'Keep it as it was read'},
    ...choices.map(({label}, index) => ({value: `choice ${index}`, label: printable(label)})),
    ...(about.length === 0 ? [] : [{value: 'drop', label: dropLabel(about.length)}]),
  ])
  if (answer === undefined) return 'stop'
  if (answer === 'skip' || answer === 'drop') return answer
  return choices[Number(answer.split(' ')[1])] ?? 'skip'
}

function documentsOf({document, alsoIn = []}: PlanFinding): string[] {
  return [...(document === undefined ? [] : [document]), ...alsoIn]
}

function dropLabel(count: number): string {
  return count === 1 ? 'Drop the document' : `Drop these ${count} documents`
}

async function takeFields(
  documents: readonly PlannedDocument[],
  stored: ReadonlyMap<string, StoredVersions>,
  dropped: ReadonlySet<string>,
  prompts: Prompts,
): Promise<Map<string, 'all' | readonly string[]> | undefined> {
  const taken = new Map<string, 'all' | readonly string[]>()
  for (const planned of documents) {
    const id = planned.document._id
    const comparison = compareStored(planned, stored.get(id) ?? {})
    if (comparison.kind !== 'different' || dropped.has(id)) continue
    const names = comparison.fields.map(({field}) => field)
    const decision = await prompts.select(
      `${nameOf(planned)} is stored with other values: ${names.join(', ')}`,
      [
        {value: 'mine', label: 'Keep what is stored'},
        {value: 'theirs', label: 'Take the values of the source'},
        {value: 'fields', label: 'Choose fields'},
      ],
    )
    if (decision === undefined) return undefined
    if (decision === 'theirs') taken.set(id, 'all')
    if (decision !== 'fields') continue
    const chosen = await prompts.multiselect(
      'Which fields do you take from the source?',
      comparison.fields.map(({field, mine, theirs}) => ({
        value: field,
        label: field,
        hint: printable(`${shown(mine)} → ${shown(theirs)}`),
      })),
    )
    if (!chosen) return undefined
    taken.set(id, chosen)
  }
  return taken
}

async function storeOpen(prompts: Prompts): Promise<boolean | undefined> {
  const answer = await prompts.select('Some questions are open. Store their documents as drafts?', [
    {value: 'no', label: 'No, leave them out'},
    {value: 'yes', label: 'Yes, an editor completes them in the Studio'},
  ])
  return answer === undefined ? undefined : answer === 'yes'
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
