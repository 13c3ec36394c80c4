import {toString} from 'mdast-util-to-string'

import type {Block} from '../readPage.ts'

/** Returns the text of a block. A shortcode has none. */
export function textIn(block: Block): string {
  return block.type === 'shortcode' ? '' : toString(block).trim()
}
