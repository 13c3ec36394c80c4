import type {RichText} from '../meetings/pageContent.ts'

/** Converts rich text to one line of plain text, for descriptions. */
export function plainBlocks(blocks: RichText): string {
  return blocks
    .map(({children}) => children.map(({text}) => text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
