import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import type {ImportPlan, Leftover, PlanFinding, SourcePlace} from '../plan/plan.ts'
import type {SourceFile} from '../plan/sourceReader.ts'

type Fields = Readonly<Record<string, unknown>>

/** Collects the plan of one file. A document that the file names twice is one document. */
export interface PlanBuilder {
  file: SourceFile
  /** Adds a document, or the fields that it lacks. Absent values are left out. Returns the id. */
  add: (type: DocumentTypeName, id: string, fields: Fields, line: number) => string
  /** Adds an item to a list of a document, once for each key. */
  append: (id: string, field: string, item: ListItem) => void
  has: (id: string) => boolean
  finding: (finding: Omit<PlanFinding, 'place'> & {line: number}) => void
  leftover: (line: number, text: string, reason: string) => void
  plan: () => ImportPlan
}

interface ListItem {
  _key: string
  _type: string
  [field: string]: unknown
}

interface Draft {
  document: StoredDocument
  lines: Set<number>
}

export function createPlanBuilder(file: SourceFile): PlanBuilder {
  const drafts = new Map<string, Draft>()
  const findings: PlanFinding[] = []
  const leftovers: Leftover[] = []
  const placeAt = (line: number): SourcePlace => ({file: file.path, line})
  return {
    file,
    has: (id) => drafts.has(id),
    add: (type, id, fields, line) => {
      const present = Object.entries(fields).filter(([, value]) => value !== undefined)
      const {document, lines} = drafts.get(id) ?? {lines: new Set<number>()}
      const merged = {_id: id, _type: type, ...Object.fromEntries(present), ...document}
      drafts.set(id, {document: merged, lines: lines.add(line)})
      return id
    },
    append: (id, field, item) => {
      const draft = drafts.get(id)
      if (!draft) return
      const value: unknown = draft.document[field]
      const items: unknown[] = Array.isArray(value) ? value : []
      if (items.some((each) => Reflect.get(Object(each), '_key') === item._key)) return
      draft.document = {...draft.document, [field]: [...items, item]}
    },
    finding: ({line, ...finding}) => void findings.push({...finding, place: placeAt(line)}),
    leftover: (line, text, reason) => void leftovers.push({place: placeAt(line), text, reason}),
    plan: () => ({
      documents: [...drafts.values()].map(({document, lines}) => ({
        document,
        places: [...lines].map(placeAt),
        ...(file.changedOn !== undefined && {changedOn: file.changedOn}),
      })),
      findings,
      leftovers,
    }),
  }
}
