import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'
import type {Nodes} from 'mdast'

import {documentId, slugOf} from '../plan/documentId.ts'
import type {ImportFinding, MarkdownImport, UnmappedItem} from './result.ts'

type Fields = Record<string, unknown>

/** Collects the documents that the readers create, each once, even if the page names it often. */
export interface Collector {
  /**
   * Adds a document and returns its id. Keeps existing values and adds only missing fields. With a `line`,
   * lists values that contradict existing ones as unmapped.
   */
  add: (type: DocumentTypeName, name: string, fields: Fields, line?: number) => string
  /** Returns the name, with a number when a document with that name exists. */
  uniqueName: (type: DocumentTypeName, name: string) => string
  get: (id: string) => StoredDocument | undefined
  unmapped: (line: number, text: string, reason: string) => void
  finding: (line: number, message: string) => void
  /** Address of the page, if known. */
  base: string | undefined
  /** Returns a node's Markdown, as written. */
  source: (node: Nodes) => string
  result: () => MarkdownImport
}

/**
 * Creates a collector for one page.
 *
 * @param page - the text that the positions of nodes refer to
 */
export function createCollector(page: string, base?: string): Collector {
  const documents = new Map<string, StoredDocument>()
  const unmapped: UnmappedItem[] = []
  const findings: ImportFinding[] = []
  return {
    base,
    add: (type, name, fields, line) => {
      const _id = documentId(type, name)
      const existing = documents.get(_id)
      for (const [field, value] of Object.entries(existing && line ? withoutAbsent(fields) : {})) {
        const [before, after] = [existing?.[field], value].map((each) => JSON.stringify(each))
        if (before === undefined || before === after) continue
        unmapped.push({
          line: line ?? 1,
          text: `${field}: ${after}`,
          reason: `${_id} already has a different ${field}.`,
        })
      }
      documents.set(_id, {_id, _type: type, ...withoutAbsent(fields), ...existing})
      return _id
    },
    uniqueName: (type, name) => {
      let number = 1
      const numbered = () => (number === 1 ? name : `${name} ${number}`)
      while (documents.has(documentId(type, numbered()))) number += 1
      return numbered()
    },
    get: (id) => documents.get(id),
    unmapped: (line, text, reason) => unmapped.push({line, text, reason}),
    finding: (line, message) => {
      if (!findings.some((each) => each.line === line && each.message === message)) {
        findings.push({line, message})
      }
    },
    source: ({position}) =>
      page.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).trim(),
    result: () => ({
      documents: [...documents.values()],
      unmapped: unmapped.toSorted((a, b) => a.line - b.line),
      findings: findings.toSorted((a, b) => a.line - b.line),
    }),
  }
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
