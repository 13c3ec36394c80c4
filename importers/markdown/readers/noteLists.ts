import {factOf} from '../fact.ts'
import {addGroupLinks} from '../groups.ts'
import type {Block} from '../readPage.ts'
import {groupOf} from './groupOf.ts'
import type {Reader} from './reader.ts'

const headings = [
  ['notes', /\b(?:meeting )?(?:notes|minutes)\b/i],
  ['recordings', /\brecordings?\b/i],
  ['repository', /\brepositor(?:y|ies)\b/i],
  ['documentation', /\b(?:resources|documents?|documentation|links|quick links)\b/i],
] as const

/** Reads a list of links below "Meeting Notes", "Repositories" or "Links" into links of the group. */
export const readNoteLists: Reader = (section, context) => {
  const label = headings.find(([, word]) => word.test(section.title))?.[0]
  const group = groupOf(section, context)
  if (!group || label === undefined) return section.blocks
  return section.blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => {
      const fact = factOf(item)
      const [link, ...more] = fact.links
      if (!link || more.length > 0 || item.children.length !== 1) return true
      if (link.text !== fact.text) return true
      addGroupLinks(group, label === 'documentation' ? '' : label, fact, context.out)
      return false
    })
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}
