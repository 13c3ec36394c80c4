import type {Choice, PlanFinding} from '@touchpoints/importers/plan'

import type {ContentWords} from './contentWords.ts'
import {documentsOf, type FindingGroup} from './findingGroups.ts'
import {printable} from './printable.ts'

/** What names the documents, the fields and the values of a plan. */
export interface PlanWords extends ContentWords {
  nameOfId: (id: string) => string | undefined
  /** The type of a document of the plan or the Content Lake. */
  typeOfId: (id: string) => string | undefined
}

const namedDocuments = 3

/** Returns one question for all findings of a group. */
export function groupQuestion(group: FindingGroup, words: PlanWords): string {
  const {findings, code, kind, written} = group
  const [first] = findings
  if (!first) return ''
  const own = findingMessage(first, words)
  if (findings.length === 1) return own
  const ids = documentsOf(findings)
  const about = namesOf(ids, words)
  if (kind === 'ask' && code === 'which-audience') {
    return written === undefined
      ? `Who may come? The sources do not say it for ${countOf(ids.length)}: ${about}.`
      : `“${written}” names people. Who may come to ${countOf(ids.length)}: ${about}?`
  }
  if (kind === 'ask' && code === 'which-zone' && written !== undefined) {
    return `Which clock is meant by “${written}”? It concerns ${countOf(ids.length)}: ${about}.`
  }
  const more = findings.length - 1
  const others = namesOf(documentsOf(findings.slice(1)), words)
  return `${own} The same for ${more} more${others === '' ? '' : `: ${others}`}.`
}

/** Returns a choice in words. The choices of a difference are values of a field. */
export function choiceText(
  {code, document}: Pick<PlanFinding, 'code' | 'document'>,
  {label, set}: Choice,
  words: PlanWords,
): string {
  const [entry, ...others] = Object.entries(set)
  if (code !== 'sources-differ' || !label.startsWith('Use ') || !entry || others.length > 0) {
    return printable(label)
  }
  const [field, value] = entry
  return printable(`Use ${words.valueText(value, {type: typeOf(document, words), field})}`, 160)
}

/** Returns a message. The importers write fields and values as they are stored. */
export function findingMessage(finding: PlanFinding, words: PlanWords): string {
  const {message, choices, document} = finding
  const [used, other] = choices
  const [, field = ''] = /^"(\w+)" of \S+ differs: /.exec(message) ?? []
  if (document === undefined || field === '' || !used || !other) return printable(message)
  const type = typeOf(document, words)
  const [, newer, older] = / was used \(([^)]*)\), and (.+?) has /.exec(message) ?? []
  const text = ({set}: Choice) => printable(words.valueText(set[field], {type, field}), 160)
  const name = words.nameOfId(document) ?? document
  const from = (file: string | undefined) => (file === undefined ? '' : ` (${file})`)
  return printable(
    `${words.typeTitle(type)} “${name}”: two sources have another ${words.fieldTitle(type, field)}. “${text(used)}”${from(newer)} was used, and not “${text(other)}”${from(older)}.`,
    700,
  )
}

function typeOf(id: string | undefined, {typeOfId}: PlanWords): string {
  return (id === undefined ? undefined : typeOfId(id)) ?? ''
}

function namesOf(ids: readonly string[], {nameOfId}: PlanWords): string {
  const named = ids.slice(0, namedDocuments).map((id) => `“${printable(nameOfId(id) ?? id, 60)}”`)
  const more = ids.length - named.length
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function countOf(number: number): string {
  return number === 1 ? 'one series or session' : `${number} series and sessions`
}
