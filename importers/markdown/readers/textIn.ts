import {toString} from 'mdast-util-to-string'

import type {Block} from '../readPage.ts'

/** The text of a piece of a page; a shortcode has none. */
export function textIn(block: Block): string {
  return block.type === 'shortcode' ? '' : toString(block).trim()
}
