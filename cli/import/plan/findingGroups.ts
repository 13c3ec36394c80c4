import type {Choice, FindingCode, PlanFinding} from '@touchpoints/importers/plan'

/** Findings that one answer can settle. */
export interface FindingGroup {
  code: FindingCode
  kind: PlanFinding['kind']
  /** At least one. */
  findings: readonly PlanFinding[]
  /** What the sources wrote, such as "IST" or "General Members". Undefined if they do not say it. */
  written: string | undefined
  /** The choices in the words that all of them share. */
  labels: readonly string[]
}

/** An answer to one of these is none to another: the weeks of one series are not those of another. */
const single: ReadonlySet<FindingCode> = new Set(['which-dates', 'which-document'])

/** Returns the groups in the order of their first finding. */
export function groupFindings(findings: readonly PlanFinding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, (finding) => keyOf(finding))
  return [...groups.values()].flatMap((group): FindingGroup[] => {
    const [first] = group
    if (!first) return []
    const {code, kind} = first
    return [{code, kind, findings: group, written: writtenIn(first), labels: labelsOf(first)}]
  })
}

/** Returns the choice of a finding that has the words of a group's answer. */
export function choiceOf({choices}: PlanFinding, label: string): Choice | undefined {
  return choices.find((choice) => sharedLabel(choice.label) === label)
}

/** Returns the ids of all documents that the findings are about. */
export function documentsOf(findings: readonly PlanFinding[]): string[] {
  const ids = findings.flatMap(({document, alsoIn = []}) => [
    ...(document === undefined ? [] : [document]),
    ...alsoIn,
  ])
  return [...new Set(ids)]
}

function keyOf(finding: PlanFinding): string {
  const {code, kind, choices, message, place, document} = finding
  const labels = labelsOf(finding)
  const isSingle = single.has(code) || new Set(labels).size < labels.length
  const own = isSingle && choices.length > 0 ? [place.file, place.line, document] : []
  return JSON.stringify([
    code,
    kind,
    labels,
    ...own,
    code === 'which-zone' || code === 'which-audience' ? writtenIn(finding) : template(message),
  ])
}

function labelsOf({choices}: PlanFinding): string[] {
  return choices.map(({label}) => sharedLabel(label))
}

/**
 * A label of a session has the instant of its day: "Kolkata (UTC+05:30, 2026-03-12T06:31:00Z)". The label of a
 * series is the id of the zone. Both are one clock.
 */
function sharedLabel(label: string): string {
  const clock = label.replace(/ \(UTC[+-].*\)$/, '')
  return /^[A-Z]\w+\/[\w/+-]+$/.test(clock)
    ? (clock.split('/').at(-1) ?? clock).replaceAll('_', ' ')
    : clock
}

/** What a message quotes and what it says to be open: a zone's name, or the people that words name. */
function writtenIn({code, message}: PlanFinding): string | undefined {
  if (code === 'which-audience') {
    const [, before, inside] =
      /^["“]([^"”]+)["”] names (?!a group)/.exec(message) ??
      /names a group of people \(()["“]([^"”]+)["”]\)/.exec(message) ??
      []
    return (before === '' ? inside : before)?.toLowerCase()
  }
  if (code !== 'which-zone') return undefined
  const [, name] =
    /["“]([^"”\s]{1,60})["”] (?:has several|is no zone|is not a zone)/.exec(message) ??
    /with the name ["“]([^"”]+)["”]/.exec(message) ??
    /\b\d{1,2}(?::\d{2})? ?([A-Z]{2,5})[”"] is not understood/.exec(message) ??
    []
  return name
}

/** A message without names, numbers and files: what similar findings share. */
function template(message: string): string {
  return message
    .replaceAll(/"[^"]*"|“[^”]*”/g, '"')
    .replaceAll(/\([^)]*\)|\S+\.\w{2,8}\b|[\w-]*\d[\w:-]*/g, '#')
}
