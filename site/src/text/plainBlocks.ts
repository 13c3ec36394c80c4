import type {RichText} from '../meetings/pageContent.ts'

/** Rich text as one line, for descriptions. */
export function plainBlocks(blocks: RichText): string {
  return blocks
    .map(({children}) => children.map(({text}) => text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
