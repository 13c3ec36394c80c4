import {isSingleton, type DocumentTypeName} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'
import {slugText} from '@touchpoints/schemas/scalars'
import type {Nodes} from 'mdast'

import type {ImportFinding, MarkdownImport, UnmappedItem} from './result.ts'

type Fields = Record<string, unknown>

/** Gathers what the readers make of a page: each document once, however often the page names it. */
export interface Collector {
  /**
   * Adds a document and answers its id. What is known already stays; only what is missing is filled in.
   * Where a `line` is given, what contradicts the known is listed as unplaced.
   */
  add: (type: DocumentTypeName, name: string, fields: Fields, line?: number) => string
  /** The name, or the name with a number when a document of that name exists already. */
  unused: (type: DocumentTypeName, name: string) => string
  get: (id: string) => StoredDocument | undefined
  unmapped: (line: number, text: string, reason: string) => void
  finding: (line: number, message: string) => void
  /** The address of the page, where it is known. */
  base: string | undefined
  /** A piece of the page as it was written. */
  source: (node: Nodes) => string
  result: () => MarkdownImport
}

/** @param page - the text that the positions of its pieces refer to */
export function createCollector(page: string, base?: string): Collector {
  const documents = new Map<string, StoredDocument>()
  const unmapped: UnmappedItem[] = []
  const findings: ImportFinding[] = []
  return {
    base,
    add: (type, name, fields, line) => {
      const _id = isSingleton(type) ? type : `${type}-${slugOf(name)}`
      const known = documents.get(_id)
      for (const [field, value] of Object.entries(known && line ? withoutAbsent(fields) : {})) {
        const [there, here] = [known?.[field], value].map((each) => JSON.stringify(each))
        if (there === undefined || there === here) continue
        unmapped.push({
          line: line ?? 1,
          text: `${field}: ${here}`,
          reason: `${_id} has another ${field}.`,
        })
      }
      documents.set(_id, {_id, _type: type, ...withoutAbsent(fields), ...known})
      return _id
    },
    unused: (type, name) => {
      let number = 1
      const numbered = () => (number === 1 ? name : `${name} ${number}`)
      while (documents.has(`${type}-${slugOf(numbered())}`)) number += 1
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

/** @example slugOf('Ana Jiménez & Team') // 'ana-jimenez-and-team' */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const slug = words.slice(0, 96).replace(/-+$/, '')
  // A name in another script has no letters for an address: its code points do, and stay the same.
  return slugText.safeParse(slug).success
    ? slug
    : Array.from(name, (character) => character.codePointAt(0)?.toString(36))
        .join('-')
        .slice(0, 80)
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
