import {isFields, itemsOf, refOf, type StoredDocument, textOf} from '@touchpoints/schemas/reading'

import type {PlanFinding, PlannedDocument} from './plan.ts'

/** Fields that follow from others, or that one source may describe at greater length. */
const silent = new Set(['_id', '_type', 'slug'])

/**
 * Merges an older version of a document into a newer one. Fields that only the older one has are added.
 * Lists are joined, item by item. Other values that differ keep the newer one, with a finding.
 */
export function compareFields(
  newer: PlannedDocument,
  older: PlannedDocument,
): {document: StoredDocument; findings: PlanFinding[]} {
  const fields: Record<string, unknown> = {...newer.document}
  const findings: PlanFinding[] = []
  for (const [field, value] of Object.entries(older.document)) {
    const existing = fields[field]
    if (existing === undefined) fields[field] = value
    if (existing === undefined || silent.has(field) || isSame(existing, value)) continue
    if (field === 'title' && hasSameWords(existing, value)) continue
    const {joined, isDifference} = joinLists(existing, value)
    if (joined) fields[field] = joined
    if (!isDifference) continue
    findings.push(difference({field, used: joined ?? existing, other: value}, newer, older))
  }
  const {_id, _type} = newer.document
  return {document: {...fields, _id, _type}, findings}
}

/**
 * Returns both lists in one, if each item has an identity of its own. Items of the same kind or role that
 * differ are a difference: a second channel may be a new one, or the same one under its old name.
 */
function joinLists(newer: unknown, older: unknown): {joined?: unknown[]; isDifference: boolean} {
  const [first, second] = [itemsOf(newer), itemsOf(older)]
  const areItems = [...first, ...second].every(({item}) => textOf(item['_key']) !== undefined)
  if (first.length === 0 || second.length === 0 || !areItems) return {isDifference: true}
  const items = first.map(({item}) => item)
  const missing = second.map(({item}) => item).filter((each) => !items.some(isItem(each)))
  const groups = new Set(items.flatMap((item) => groupOf(item) ?? []))
  const keys = new Set(items.map((item) => item['_key']))
  const added = missing.map((item, index) =>
    keys.has(item['_key']) ? {...item, _key: `${String(item['_key'])}-older-${index}`} : item,
  )
  return {
    joined: [...items, ...added],
    isDifference: missing.some((item) => groups.has(groupOf(item) ?? '')),
  }
}

function groupOf(item: Readonly<Record<string, unknown>>): string | undefined {
  return textOf(item['kind']) ?? textOf(item['role'])?.toLowerCase()
}

function isItem(item: unknown): (other: unknown) => boolean {
  return (other) => isSame(other, item)
}

/** "AMER & EMEA Touchpoints" and "EMEA & AMER touchpoints" are one title. */
function hasSameWords(a: unknown, b: unknown): boolean {
  const words = (value: unknown) => String(value).toLowerCase().split(/\W+/).toSorted().join(' ')
  return words(a) === words(b)
}

/** Compares without keys, and addresses without their closing slash. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replace(/\/$/, '')
  if (Array.isArray(value)) return value.map(comparable)
  if (!isFields(value)) return value
  const entries = Object.entries(value).filter(([name]) => name !== '_key')
  return entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, comparable(each)])
}

function difference(
  {field, used, other}: {field: string; used: unknown; other: unknown},
  newer: PlannedDocument,
  older: PlannedDocument,
): PlanFinding {
  const {_id} = newer.document
  const [place = {file: '', line: 1}] = newer.places
  const when = (planned: PlannedDocument) => {
    const file = planned.places[0]?.file ?? 'a source'
    return planned.changedOn === undefined ? file : `${file} of ${planned.changedOn}`
  }
  return {
    code: 'sources-differ',
    kind: 'verify',
    place,
    message: `"${field}" of ${_id} differs: ${shown(used)} was used (${when(newer)}), and ${when(older)} has ${shown(other)}.`,
    document: _id,
    choices: [
      {label: `Use ${shown(used)}`, set: {[field]: used}},
      {label: `Use ${shown(other)}`, set: {[field]: other}},
    ],
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (refOf(value) ?? JSON.stringify(value))
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
