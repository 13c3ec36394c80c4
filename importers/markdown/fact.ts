import type {RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {linksIn, type PageLink} from './linksIn.ts'
import {lineOf} from './readPage.ts'

/** A written value: the text of a cell, of a list item or of a line of front matter. */
export interface Fact {
  text: string
  links: readonly PageLink[]
  line: number
}

export function factOf(node: RootContent): Fact {
  return {
    text: toString(node).replaceAll(/\s+/g, ' ').trim(),
    links: linksIn(node),
    line: lineOf(node),
  }
}

/** Words for a value that is not there yet. */
const placeholder =
  /^(?:tba|tbd|tbc|n\/?a|none|-+|–|—|\?+|to be (?:announced|determined|confirmed|decided)|speaker, organization|coming soon)?[.!]?$/i

export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim())
}

/**
 * Splits a text into its label and its value.
 *
 * @example labelled('Meeting Times: Mondays') // {label: 'Meeting Times', value: 'Mondays'}
 * @example labelled('Co-chair - Person 1') // {label: 'Co-chair', value: 'Person 1'}
 */
export function labelled(text: string): {label: string; value: string} | undefined {
  const colon = /^([^:\n]{1,40}?)\s*:(?!\/\/)\s*(.*)$/s.exec(text.trim())
  const dash = /^([^:\n]{1,40}?)\s+[-–—](?:\s+(.*))?$/s.exec(text.trim())
  const [, label = '', value = ''] = colon ?? dash ?? []
  if (label === '' || /\d{1,2}$/.test(label)) return undefined
  return {label: label.replace(/^[^\p{L}\p{N}]+/u, '').trim(), value: value.trim()}
}
