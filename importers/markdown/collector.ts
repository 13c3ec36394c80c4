import {textOf} from '@touchpoints/schemas/reading'
import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'
import type {Nodes} from 'mdast'

import {documentId, slugOf} from '../plan/documentId.ts'
import type {ImportPlan, Leftover, PlanFinding, SourcePlace} from '../plan/plan.ts'

type Fields = Record<string, unknown>

/** A finding without its place. */
export type Doubt = Omit<PlanFinding, 'kind' | 'place' | 'choices'> & {
  choices?: PlanFinding['choices']
}

/** Collects what the readers of one page find: documents, each once, findings and leftovers. */
export interface Collector {
  /**
   * Adds a document and returns its id. Keeps existing values and adds only missing fields. A value that
   * contradicts an existing one is a finding.
   */
  add: (type: DocumentTypeName, name: string, fields: Fields, line: number) => string
  /** Adds items to a list of a document, each with a key of its own. An item that is there is kept. */
  append: (id: string, field: string, items: readonly Fields[], line: number) => void
  /** Returns the name, with a number when a document with that name exists. */
  uniqueName: (type: DocumentTypeName, name: string) => string
  get: (id: string) => StoredDocument | undefined
  ofType: (type: DocumentTypeName) => StoredDocument[]
  leftover: (line: number, text: string, reason: string) => void
  /** Reports a reading that could be wrong. */
  verify: (line: number, doubt: Doubt) => void
  /** Reports a field that is left out until someone answers. */
  ask: (line: number, doubt: Doubt) => void
  /** Notes words that are in the result in another form: a date, a time, the label of a field. */
  understood: (words: string) => void
  /** Whether words are in the result, or in the notes of `understood`. */
  holds: () => (words: string) => boolean
  /** Address of the page, if known. */
  base: string | undefined
  /** Returns a node's Markdown, as written. */
  source: (node: Nodes) => string
  result: () => ImportPlan
}

/** Fields with a usual value, which another part of the page may set for good. */
const usual = new Set(['slug', 'meets', 'lifecycle', 'phase', 'minutes', 'color', 'status'])

/**
 * Creates a collector for one page.
 *
 * @param page - the text that the positions of nodes refer to
 */
export function createCollector(page: string, file: string, base?: string): Collector {
  const documents = new Map<string, {document: StoredDocument; places: SourcePlace[]}>()
  const leftovers: Leftover[] = []
  const findings: PlanFinding[] = []
  const reported = new Set<string>()
  const notes: string[] = []
  const lastNumbers = new Map<string, number>()
  const place = (line: number) => ({file, line})

  const report = (kind: PlanFinding['kind'], line: number, doubt: Doubt) => {
    const finding = {choices: [], ...doubt, kind, place: place(line)}
    const key = JSON.stringify([doubt.message, doubt.document])
    if (!reported.has(key)) findings.push(finding)
    reported.add(key)
  }

  const reportDifference = (existing: StoredDocument, fields: Fields, line: number) => {
    for (const [field, value] of Object.entries(fields)) {
      const before = existing[field]
      if (before === undefined || usual.has(field)) continue
      if (JSON.stringify(before).toLowerCase() === JSON.stringify(value).toLowerCase()) continue
      report('verify', line, {
        code: 'sources-differ',
        message: `The page has two values for "${field}" of ${existing._id}: ${shown(before)} was used, not ${shown(value)}.`,
        document: existing._id,
        choices: [before, value].map((each) => ({label: shown(each), set: {[field]: each}})),
      })
    }
  }

  const at = (id: string, line: number) => {
    const planned = documents.get(id)
    if (planned && !planned.places.some((each) => each.line === line))
      planned.places.push(place(line))
    return planned
  }

  return {
    base,
    add: (type, name, fields, line) => {
      const _id = documentId(type, name)
      const present = withoutAbsent(fields)
      const existing = at(_id, line)
      if (!existing) {
        documents.set(_id, {document: {_id, _type: type, ...present}, places: [place(line)]})
        return _id
      }
      reportDifference(existing.document, present, line)
      existing.document = {...present, ...existing.document, _id, _type: type}
      return _id
    },
    append: (id, field, items, line) => {
      const planned = at(id, line)
      if (!planned || items.length === 0) return
      const value = planned.document[field]
      const list: Fields[] = Array.isArray(value) ? [...value] : []
      for (const item of items) {
        if (list.some((each) => isSameItem(each, item))) continue
        list.push({...item, _key: uniqueKey(textOf(item['_key']) ?? 'item', list)})
      }
      planned.document = {...planned.document, [field]: list}
    },
    uniqueName: (type, name) => {
      const id = documentId(type, name)
      if (!documents.has(id)) return name
      // Each search goes on from the last number: 1,500 rows of one day took 11 s.
      let number = lastNumbers.get(id) ?? 2
      while (documents.has(documentId(type, `${name} ${number}`))) number += 1
      lastNumbers.set(id, number)
      return `${name} ${number}`
    },
    get: (id) => documents.get(id)?.document,
    ofType: (type) =>
      [...documents.values()].map(({document}) => document).filter(({_type}) => _type === type),
    leftover: (line, text, reason) => {
      leftovers.push({place: place(line), text, reason})
    },
    verify: (line, doubt) => report('verify', line, doubt),
    ask: (line, doubt) => report('ask', line, doubt),
    understood: (words) => {
      notes.push(words)
    },
    holds: () => {
      const planned = [...documents.values()].map(({document}) => document)
      const all = comparable([JSON.stringify([planned, leftovers, findings]), ...notes].join('\n'))
      const known = new Set(all.match(wholeWords))
      return (words) => known.has(words.toLowerCase()) || all.includes(comparable(words))
    },
    source: ({position}) =>
      page.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).trim(),
    result: () => ({
      documents: [...documents.values()],
      leftovers: leftovers.toSorted((a, b) => a.place.line - b.place.line),
      findings: findings.toSorted((a, b) => a.place.line - b.place.line),
    }),
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

const wholeWords = /#?[\p{L}\p{N}][\p{L}\p{N}'’_-]{2,}/gu

/** Lower case, because readers change it, and without the escapes of JSON. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\\(["\\/])/g, '$1')
    .replaceAll(/\s+/g, ' ')
}

function isSameItem(a: Fields, b: Fields): boolean {
  // A link or a channel of one kind and address is one, although the page gives it two titles.
  if (a['url'] !== undefined && a['url'] === b['url'] && a['kind'] === b['kind']) return true
  const bare = (item: Fields) => JSON.stringify({...item, _key: undefined})
  return bare(a) === bare(b)
}

function uniqueKey(key: string, list: readonly Fields[]): string {
  const taken = new Set(list.map((each) => each['_key']))
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}

export function slug(name: string) {
  return {_type: 'slug', current: slugOf(name)}
}

export function reference(id: string, key?: string) {
  return {_type: 'reference', _ref: id, ...(key !== undefined && {_key: key})}
}

function withoutAbsent(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
