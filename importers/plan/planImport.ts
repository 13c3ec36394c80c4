import {fieldsOf, type StoredDocument, textOf} from '@touchpoints/schemas/reading'

import {compareFields, isSame} from './compareFields.ts'
import {unresolvedFinding, withoutUnresolved} from './references.ts'
import {samePeople} from './samePeople.ts'
import {separateSessions} from './separateSessions.ts'
import type {Choice, ImportPlan, PlanFinding, PlannedDocument} from './plan.ts'
import type {ReadContext, SourceFile, SourceReader} from './sourceReader.ts'

export interface PlanOptions extends ReadContext {
  /** The first reader that accepts a file reads it. */
  readers: readonly SourceReader[]
}

/**
 * Reads files and returns one plan: what each of them adds, changes or leaves open.
 *
 * A document that several files describe is planned once. The file that changed last wins field by field,
 * and each difference is a finding with the other value as a choice. A reference to a document that no file
 * describes is left out, with a finding. A file that no reader accepts is a leftover. It fetches nothing and
 * reads no clock. It throws nothing: a reader that throws makes a leftover of its file.
 *
 * @param files - text files of a community, in any order
 * @example
 * const plan = planImport([{path: 'README.md', text}], {readers: [markdownReader], asOf: '2026-03-01'})
 * for (const {document} of plan.documents) console.log(document._id)
 */
export function planImport(
  files: readonly SourceFile[],
  {readers, asOf, homeZone}: PlanOptions,
): ImportPlan {
  const plans = newestFirst(files).map((file) => {
    const reader = readers.find((each) => each.accepts(file))
    if (!reader) return unread(file, 'No reader knows this kind of file.')
    const context = {asOf: file.changedOn ?? asOf, ...(homeZone !== undefined && {homeZone})}
    return dated(readSafely(reader, file, context), file)
  })
  return mergePlans(separateSessions(plans))
}

function newestFirst(files: readonly SourceFile[]): SourceFile[] {
  // A file without a date is older than any with one. Files of one day keep a stable order: by their paths.
  return files.toSorted(
    (a, b) => (b.changedOn ?? '').localeCompare(a.changedOn ?? '') || (a.path < b.path ? -1 : 1),
  )
}

function readSafely(reader: SourceReader, file: SourceFile, context: ReadContext): ImportPlan {
  try {
    return reader.read(file, context)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return unread(file, `${reader.name} could not be read: ${reason}`)
  }
}

function unread({path, text}: SourceFile, reason: string): ImportPlan {
  return {documents: [], findings: [], leftovers: [{place: {file: path, line: 1}, text, reason}]}
}

function dated(plan: ImportPlan, {changedOn}: SourceFile): ImportPlan {
  if (changedOn === undefined) return plan
  return {...plan, documents: plan.documents.map((each) => ({changedOn, ...each}))}
}

function mergePlans(plans: readonly ImportPlan[]): ImportPlan {
  const renamed = samePeople(plans.flatMap(({documents}) => documents))
  const findings = plans.flatMap((plan) => plan.findings).map((each) => withId(each, renamed.ids))
  const byId = Map.groupBy(renamed.documents, ({document}) => document._id)
  const merged = [...byId.values()].map((versions) => mergeVersions(versions, findings))
  const known = new Set(byId.keys())
  const documents = merged.map((planned) => {
    const {document, dropped} = withoutUnresolved(planned.document, known)
    const [place = {file: '', line: 1}] = planned.places
    for (const each of dropped) findings.push(unresolvedFinding(each, place, document._id))
    return {...planned, document}
  })
  return {
    documents,
    findings: unique(
      findings.map((finding) => settledElsewhere(finding, documents, renamed.documents)),
    ),
    leftovers: plans.flatMap((plan) => plan.leftovers),
  }
}

function withId(finding: PlanFinding, ids: ReadonlyMap<string, string>): PlanFinding {
  const {document, alsoIn} = finding
  const renamed = (id: string) => ids.get(id) ?? id
  return {
    ...finding,
    ...(document !== undefined && {document: renamed(document)}),
    ...(alsoIn && {alsoIn: alsoIn.map(renamed)}),
  }
}

/** Merges the versions of one document, the newest first. */
function mergeVersions(
  [newest, ...older]: readonly PlannedDocument[],
  findings: PlanFinding[],
): PlannedDocument {
  if (!newest) throw new TypeError('A document has at least one version')
  return older
    .toSorted((a, b) => (b.changedOn ?? '').localeCompare(a.changedOn ?? ''))
    .reduce((planned, version) => {
      const compared = compareFields(planned, version)
      for (const finding of compared.findings) findings.push(finding)
      return {
        ...planned,
        document: compared.document,
        places: [...planned.places, ...version.places],
      }
    }, newest)
}

/** A question that another source answers is no question any more. */
function settledElsewhere(
  finding: PlanFinding,
  documents: readonly PlannedDocument[],
  versions: readonly PlannedDocument[],
): PlanFinding {
  const entries = finding.choices.flatMap(({set}) => Object.entries(set))
  const fields = new Set(entries.flatMap(([field, value]) => (value === null ? [] : field)))
  if (finding.kind !== 'ask' || fields.size === 0) return finding
  const ids = new Set([finding.document, ...(finding.alsoIn ?? [])])
  const own = versions.filter(
    ({document, places}) =>
      ids.has(document._id) && places.some(({file}) => file === finding.place.file),
  )
  // The question is about a value that its own file has: it adds to it, or replaces it.
  if (own.some(({document}) => [...fields].some((field) => document[field] !== undefined)))
    return finding
  const concerned = documents.filter(({document}) => ids.has(document._id))
  const isAnswered = concerned.every(({document}) =>
    finding.choices.some(({set}) => hasValues(document, set)),
  )
  // Another value is a second source that differs, and no answer: the question stays.
  if (concerned.length === 0 || !isAnswered) return finding
  return {...finding, kind: 'verify', message: `${finding.message} Another source answers this.`}
}

/** Whether a document has the values of a choice. Two schedules of one instant are one answer. */
function hasValues(document: StoredDocument, set: Choice['set']): boolean {
  return Object.entries(set).every(([field, value]) => {
    const own = document[field]
    const start = textOf(fieldsOf(value)['start'])
    if (start !== undefined) return textOf(fieldsOf(own)['start']) === start
    return value === null || isSame(own, value)
  })
}

function unique(findings: readonly PlanFinding[]): PlanFinding[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = JSON.stringify(finding)
    return !seen.has(key) && seen.add(key)
  })
}
