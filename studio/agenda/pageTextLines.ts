import type {ImportPlan as SourcePlan} from '@touchpoints/importers/plan'
import {fieldsOf} from '@touchpoints/schemas/reading'

import type {ImportPlan} from './planImport.ts'

export interface PastedLine {
  /** 1-based. */
  line: number
  text: string
}

/**
 * Returns the lines of a pasted text that were understood only as text of the meetings page: no session, person,
 * group or recording was read from them.
 *
 * The meetings page usually exists, and an import never changes it.
 *
 * @example pageTextLines(page, planImport([{path: 'page.md', text: page}], options)) // [{line: 5, text: 'Welcome.'}]
 */
export function pageTextLines(
  pasted: string,
  {documents}: Pick<SourcePlan, 'documents'>,
): PastedLine[] {
  const pages = documents
    .map(({document}) => document)
    .filter(({_type}) => _type === 'meetingsPage')
  const texts = pages.map((page) =>
    comparable(textsIn([page['introduction'], page['sections']]).join(' ')),
  )
  const isPageText = (text: string) => {
    const words = comparable(text)
    return words !== '' && texts.some((each) => each.includes(words))
  }
  return pasted
    .split(/\r?\n/)
    .map((text, index) => ({line: index + 1, text: text.trim()}))
    .filter(({text}) => isPageText(text))
}

/** Returns the lines that an import loses: the meetings page exists, and has another text. */
export function lostLines(
  pasted: string,
  source: Pick<SourcePlan, 'documents'>,
  {existing}: Pick<ImportPlan, 'existing'>,
): PastedLine[] {
  const page = existing.find(({document}) => document._type === 'meetingsPage')
  const differs = page?.differences.some(
    (field) => field === 'introduction' || field === 'sections',
  )
  return differs === true ? pageTextLines(pasted, source) : []
}

/** Returns the texts of spans, in their order. Headings name the lists of the page. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return Object.entries(fieldsOf(value)).flatMap(([name, inner]) => {
    if (typeof inner === 'string') return name === 'text' ? [inner] : []
    return textsIn(inner)
  })
}

/** The letters and digits of a text, without Markdown and punctuation, and without the targets of links. */
function comparable(text: string): string {
  return text
    .replaceAll(/\]\([^)]*\)/g, ']')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
}
